// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate nobody knows but who was given it. */
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final List<LineEntry> LINES = List.of(PointBufferTest.revision("a", 1));

    @TempDir private Path folder;
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCertificateOfTheFileIsTrusted() throws Exception {
        try (InfluxHttp http = http("--influxdb.tls.ca-file", "" + folder.resolve("ca.pem"))) {
            assertThat(http.send(LINES).status()).isEqualTo(204);
        }
    }

    @Test
    void anotherCertificateIsNot() throws Exception {
        try (InfluxHttp http = http()) {
            assertThatThrownBy(() -> http.send(LINES)).isInstanceOf(SSLException.class);
        }
    }

    private InfluxHttp http(String... more) throws Exception {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--influxdb.url",
                                "https://127.0.0.1:" + server.getAddress().getPort(),
                                "--influxdb.bucket",
                                "b"));
        args.addAll(List.of(more));
        return new InfluxHttp(
                InfluxConfigTest.read(args.toArray(String[]::new)), System::currentTimeMillis);
    }

    private void keytool(String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(args));
        command.addAll(
                List.of(
                        "-alias",
                        "server",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        folder.resolve("keys.p12").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
