// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/** Lines that wait, in checkpoints and savepoints. */
final class LineEntrySerializer extends AsyncSinkWriterStateSerializer<LineEntry> {

    static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public BufferedRequestState<LineEntry> deserialize(int version, byte[] serialized)
            throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "Lines that wait are of version "
                            + version
                            + ", which this release cannot read; it reads version "
                            + VERSION);
        }
        return super.deserialize(version, serialized);
    }

    @Override
    protected void serializeRequestToStream(LineEntry entry, DataOutputStream out)
            throws IOException {
        out.writeInt(entry.seriesLength());
        out.writeLong(entry.time());
        String problem = entry.problem();
        out.writeBoolean(problem != null);
        if (problem != null) {
            out.writeUTF(problem);
        }
        out.write(entry.line());
    }

    @Override
    protected LineEntry deserializeRequestFromStream(long size, DataInputStream in)
            throws IOException {
        int seriesLength = in.readInt();
        long time = in.readLong();
        String problem = in.readBoolean() ? in.readUTF() : null;
        byte[] line = in.readNBytes((int) size);
        if (line.length != size || seriesLength > line.length) {
            throw new StreamCorruptedException("A line that waits is cut off");
        }
        return new LineEntry(line, seriesLength, time, problem);
    }
}
