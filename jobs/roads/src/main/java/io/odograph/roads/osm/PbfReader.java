// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.file.BlockInputStream;
import crosby.binary.file.BlockReaderAdapter;
import crosby.binary.file.FileBlock;
import crosby.binary.file.FileBlockPosition;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads PBF files block by block. */
final class PbfReader implements BlockReaderAdapter {

    private static final Set<String> FEATURES =
            Set.of("OsmSchema-V0.6", "DenseNodes", "LocationsOnWays");

    private final Path path;
    private final OsmSink sink;
    private @Nullable Counting in;
    private long wholeBlocks;

    PbfReader(Path path, OsmSink sink) {
        this.path = path;
        this.sink = sink;
    }

    void read(InputStream stream) throws IOException {
        Counting counting = new Counting(stream);
        in = counting;
        try {
            new BlockInputStream(counting, this).process();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof OsmFileException known ? known : damaged(e.getCause());
        } catch (OsmFileException e) {
            throw e;
        } catch (IOException e) {
            throw damaged(e);
        } catch (RuntimeException e) {
            throw damaged(e);
        } catch (Error e) {
            // The library throws plain errors for what it cannot unpack; others are none of ours.
            if (e.getClass() != Error.class) {
                throw e;
            }
            throw damaged(e);
        }
        // The library takes any end of the file for a good one.
        if (counting.count != wholeBlocks) {
            throw new OsmFileException(
                    path, "is truncated: it ends within a block after byte " + wholeBlocks, null);
        }
    }

    private OsmFileException damaged(Throwable cause) {
        return new OsmFileException(
                path, "is damaged: cannot decode the block at byte " + wholeBlocks, cause);
    }

    @Override
    public boolean skipBlock(FileBlockPosition block) {
        return false;
    }

    @Override
    public void handleBlock(FileBlock block) {
        try {
            switch (block.getType()) {
                case "OSMHeader" -> header(HeaderBlock.parseFrom(block.getData()));
                case "OSMData" ->
                        new PbfBlock(PrimitiveBlock.parseFrom(block.getData()), sink).read();
                default -> {} // As the format wants it: unknown blocks are for others.
            }
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(damaged(e));
        } catch (OsmFileException e) {
            throw new UncheckedIOException(e);
        }
        if (in != null) {
            wholeBlocks = in.count;
        }
    }

    private void header(HeaderBlock header) throws OsmFileException {
        for (String feature : header.getRequiredFeaturesList()) {
            if (!FEATURES.contains(feature)) {
                throw new OsmFileException(
                        path, "needs a reader for '" + feature + "', which this is not", null);
            }
        }
        if (header.hasOsmosisReplicationTimestamp()) {
            sink.dataTime(Instant.ofEpochSecond(header.getOsmosisReplicationTimestamp()));
        }
    }

    @Override
    public void complete() {}

    private static final class Counting extends FilterInputStream {

        private long count;

        private Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
