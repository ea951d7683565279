// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.List;

/**
 * What became of real recordings of one kind.
 *
 * @param name what was recorded
 * @param material how much of it
 * @param expected what the detector should make of it
 * @param measured what it made
 * @param met whether that is as it should be
 * @param examples of what is not
 */
record RecordedRow(
        String name,
        String material,
        String expected,
        String measured,
        boolean met,
        List<String> examples) {}
