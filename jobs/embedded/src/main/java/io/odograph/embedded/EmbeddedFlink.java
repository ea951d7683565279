// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A Flink cluster with its web UI in this process, on free ports of the loopback interface; what it
 * stores lies in a temporary folder that {@link #close()} deletes.
 *
 * <p>Unlike Flink's local environment, which starts a cluster for each job, it outlives its jobs
 * and takes several of them.
 */
public final class EmbeddedFlink implements AutoCloseable {

    /**
     * How often task managers report. Accumulators of a running job travel with these reports, and
     * Flink's default of 10 s would make a reader wait for them.
     */
    private static final Duration REPORT_INTERVAL = Duration.ofMillis(500);

    private final Path folder;
    private final MiniCluster cluster;
    private final URI webUrl;

    private EmbeddedFlink(Path folder, MiniCluster cluster, URI webUrl) {
        this.folder = folder;
        this.cluster = cluster;
        this.webUrl = webUrl;
    }

    /**
     * Starts a cluster with one task manager.
     *
     * @param slots number of slots, which bounds the parallelism of the jobs; 1 and up
     * @param settings settings of the cluster, such as its state backend; they win over the ones
     *     made here
     * @throws IllegalStateException if it does not start
     */
    public static EmbeddedFlink start(int slots, Configuration settings) {
        Path folder = TemporaryFolder.create("odograph-flink-");
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.TMP_DIRS, folder.toString());
        configuration.set(WebOptions.TMP_DIR, folder.toString());
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(RestOptions.ADDRESS, "localhost");
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, REPORT_INTERVAL);
        configuration.addAll(settings);
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(slots)
                                .setCommonBindAddress("localhost")
                                .build());
        try {
            cluster.start();
            return new EmbeddedFlink(folder, cluster, cluster.getRestAddress().get());
        } catch (Exception e) {
            TemporaryFolder.delete(folder);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("The embedded Flink cluster did not start", e);
        }
    }

    /** Where it stores everything, for tests. */
    Path folder() {
        return folder;
    }

    /** Address of the web UI and the REST interface. */
    public String webUrl() {
        return webUrl.toString();
    }

    /**
     * An environment whose jobs run on this cluster.
     *
     * @param settings settings of the job, such as its checkpoint interval ({@link
     *     CheckpointingOptions#CHECKPOINTING_INTERVAL}) or parallelism ({@link
     *     CoreOptions#DEFAULT_PARALLELISM})
     */
    public StreamExecutionEnvironment environment(Configuration settings) {
        Configuration configuration = new Configuration(settings);
        configuration.set(DeploymentOptions.TARGET, OneExecutor.NAME);
        // Or execute() would return at once, without a result.
        configuration.set(DeploymentOptions.ATTACHED, true);
        return new StreamExecutionEnvironment(
                new OneExecutor(this::submit),
                configuration,
                Thread.currentThread().getContextClassLoader());
    }

    private CompletableFuture<JobClient> submit(
            Pipeline pipeline, Configuration settings, ClassLoader userCode) throws Exception {
        StreamGraph graph = PipelineExecutorUtils.getStreamGraph(pipeline, settings);
        return cluster.submitJob(graph)
                .thenApply(
                        submitted ->
                                new MiniClusterJobClient(
                                        submitted.getJobID(),
                                        cluster,
                                        userCode,
                                        JobFinalizationBehavior.NOTHING));
    }

    /**
     * Stops the cluster with whatever still runs on it; further calls do nothing.
     *
     * @throws IllegalStateException if it does not stop cleanly
     */
    @Override
    public void close() {
        try {
            cluster.closeAsync().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The embedded Flink cluster did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stopping Flink", e);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
