// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificates of a PEM file, and no others, as those that may sign a server's.
 *
 * @param sockets makes connections that trust them
 * @param manager decides what is trusted
 */
record TrustedCertificates(SSLSocketFactory sockets, X509TrustManager manager) {

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or holds no certificate
     */
    static TrustedCertificates read(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("it holds no certificate");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + count++, certificate);
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return new TrustedCertificates(
                    context.getSocketFactory(), manager(factory.getTrustManagers()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    InfluxOptions.CA_FILE.key() + ": cannot use " + file + ": " + e.getMessage(),
                    e);
        }
    }

    private static X509TrustManager manager(TrustManager[] managers)
            throws GeneralSecurityException {
        for (TrustManager manager : managers) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("Java has no manager for X.509 certificates");
    }
}
