// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import io.odograph.common.influx.InfluxConfig.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Requests to InfluxDB by the official client. Follows no redirect, so that the token goes to no
 * other server, and sends nothing again by itself. Safe for use by several threads.
 */
final class InfluxHttp implements BatchWriter.Request, AutoCloseable {

    /** Enough of an answer to find out why. */
    private static final long MAX_BODY_BYTES = 16 * 1024;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final InfluxConfig config;
    private final LongSupplier clock;
    private final Dispatcher calls = new Dispatcher();
    private final InfluxDBClient client;
    private final LineEndpoint endpoint;
    private final Map<String, String> query;

    /**
     * Opens a client; connects to nothing yet.
     *
     * @param config settings
     * @param clock the time, ms since the epoch, by which a date is taken that a server asks for
     * @throws IOException if the token or the certificates cannot be read
     */
    InfluxHttp(InfluxConfig config, LongSupplier clock) throws IOException {
        this.config = config;
        this.clock = clock;
        this.query = query(config);
        String secret = config.secret().read();
        OkHttpClient.Builder http = http(config).dispatcher(calls);
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder().url(config.url());
        if (config.api() == Api.V2 && !secret.isEmpty()) {
            options.authenticateToken(secret.toCharArray());
        } else if (config.api() == Api.V1 && !config.username().isEmpty()) {
            String basic = Credentials.basic(config.username(), secret);
            http.addInterceptor(
                    chain ->
                            chain.proceed(
                                    chain.request()
                                            .newBuilder()
                                            .header("Authorization", basic)
                                            .build()));
        }
        this.client = InfluxDBClientFactory.create(options.okHttpClient(http).build());
        this.endpoint = client.getService(LineEndpoint.class);
    }

    private static OkHttpClient.Builder http(InfluxConfig config) throws IOException {
        Duration timeout = Duration.ofMillis(config.limits().timeout());
        OkHttpClient.Builder http =
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .connectTimeout(
                                timeout.compareTo(CONNECT_LIMIT) < 0 ? timeout : CONNECT_LIMIT)
                        .readTimeout(timeout)
                        .writeTimeout(timeout)
                        .callTimeout(timeout);
        if (!config.caFile().isEmpty()) {
            TrustedCertificates trusted = TrustedCertificates.read(config.caFile());
            http.sslSocketFactory(trusted.sockets(), trusted.manager());
        }
        return http;
    }

    private static Map<String, String> query(InfluxConfig config) {
        Map<String, String> query = new LinkedHashMap<>();
        if (config.api() == Api.V1) {
            query.put("db", config.target());
        } else {
            if (!config.organization().isEmpty()) {
                query.put("org", config.organization());
            }
            query.put("bucket", config.target());
        }
        query.put("precision", "ms");
        return query;
    }

    @Override
    public Answer send(List<LineEntry> lines) throws IOException {
        boolean gzip = config.limits().gzip();
        Response<ResponseBody> response =
                endpoint.write(
                                config.api() == Api.V1 ? "write" : "api/v2/write",
                                query,
                                gzip ? "gzip" : null,
                                gzip ? LineBody.compressed(lines) : LineBody.plain(lines))
                        .execute();
        try (ResponseBody body = response.body();
                ResponseBody error = response.errorBody()) {
            return new Answer(
                    response.code(),
                    RetryAfter.millis(
                            response.headers().get("Retry-After"),
                            response.headers().get("Date"),
                            clock.getAsLong()),
                    location(response),
                    beginning(error));
        }
    }

    private static String location(Response<ResponseBody> response) {
        HttpUrl asked = response.raw().request().url();
        String header = response.headers().get("Location");
        HttpUrl location = header == null ? null : asked.resolve(header);
        return location == null
                ? ""
                : location.scheme() + "://" + location.host() + ":" + location.port();
    }

    /** An answer that breaks off has its status all the same. */
    private static String beginning(@Nullable ResponseBody body) {
        if (body == null) {
            return "";
        }
        try (BufferedSource source = body.source()) {
            source.request(MAX_BODY_BYTES);
            return source.getBuffer().readUtf8(Math.min(source.getBuffer().size(), MAX_BODY_BYTES));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public InfluxRefusedException hopeless(Answer answer) {
        return new InfluxRefusedException(
                "InfluxDB at "
                        + config.url()
                        + " answers "
                        + answer.status()
                        + ": "
                        + switch (answer.status()) {
                            case 401 -> "it does not accept " + credentials();
                            case 403 -> credentials() + " may not write to " + target();
                            case 404 ->
                                    "it does not know "
                                            + target()
                                            + ", or is not reached by "
                                            + InfluxOptions.API.key()
                                            + " = "
                                            + (config.api() == Api.V1 ? "v1" : "v2");
                            default ->
                                    answer.status() >= 300 && answer.status() < 400
                                            ? "it redirects to "
                                                    + answer.location()
                                                    + ", which is not followed; set "
                                                    + InfluxOptions.URL.key()
                                                    + " to where it is"
                                            : "this is not how InfluxDB answers; look at "
                                                    + InfluxOptions.URL.key()
                                                    + " and "
                                                    + InfluxOptions.API.key();
                        });
    }

    private String credentials() {
        return "what is set by " + config.secret().places();
    }

    private String target() {
        if (config.api() == Api.V1) {
            return InfluxOptions.DATABASE.key() + " = " + config.target();
        }
        return InfluxOptions.BUCKET.key()
                + " = "
                + config.target()
                + " of "
                + InfluxOptions.ORGANIZATION.key()
                + " = "
                + config.organization();
    }

    /** Gives up what is under way: carried out later, it could undo what a restart has written. */
    @Override
    public void close() {
        calls.cancelAll();
        client.close();
    }
}
