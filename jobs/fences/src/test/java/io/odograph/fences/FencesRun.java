// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command line in a folder of its own. */
final class FencesRun {

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    private final Path folder;

    FencesRun(Path folder) {
        this.folder = folder;
    }

    int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new FencesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Writes a file, with ' for ". */
    String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\'', '"')).toString();
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    static String collection(String... features) {
        return "{'type':'FeatureCollection','features':[" + String.join(",\n", features) + "]}";
    }

    static String feature(String id, String properties, String type, String coordinates) {
        return "{'type':'Feature','id':'%s','properties':{%s},'geometry':{'type':'%s','coordinates':%s}}"
                .formatted(id, properties, type, coordinates);
    }
}
