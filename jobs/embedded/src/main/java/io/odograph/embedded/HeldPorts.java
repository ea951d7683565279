// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Free ports of the loopback interface, bound from the start and handed over to the broker.
 *
 * <p>A broker must know its ports before it opens them. Were they only looked up and left free in
 * between, another process could take them.
 */
final class HeldPorts implements ServerSocketFactory, AutoCloseable {

    private static final int BACKLOG = 50;

    private final List<ServerSocketChannel> sockets = new ArrayList<>();

    private HeldPorts() {}

    /**
     * Binds free ports.
     *
     * @throws UncheckedIOException if there are none
     */
    static HeldPorts hold(int count) {
        HeldPorts ports = new HeldPorts();
        try {
            for (int i = 0; i < count; i++) {
                ServerSocketChannel socket = ServerSocketChannel.open();
                ports.sockets.add(socket);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
                socket.configureBlocking(false);
            }
            return ports;
        } catch (IOException e) {
            ports.close();
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }

    /** Host and port of the n-th one, from 0. */
    String address(int index) {
        int port = sockets.get(index).socket().getLocalPort();
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBufferSize)
            throws IOException {
        for (ServerSocketChannel socket : sockets) {
            if (socket.socket().getLocalPort() == address.getPort()) {
                return socket;
            }
        }
        throw new IOException("Port " + address.getPort() + " is not held for " + listener);
    }

    @Override
    public void close() {
        sockets.forEach(socket -> Utils.closeQuietly(socket, "held port"));
    }
}
