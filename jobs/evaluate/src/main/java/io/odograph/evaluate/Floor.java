// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.List;

/**
 * What an evaluation must reach.
 *
 * @param name what is judged
 * @param required what it must be
 * @param measured what it is
 * @param met whether that is enough
 * @param examples of what fell below, a few
 */
public record Floor(
        String name, String required, String measured, boolean met, List<String> examples) {}
