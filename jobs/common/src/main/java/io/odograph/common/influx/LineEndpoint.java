// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.Map;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.QueryMap;
import retrofit2.http.Url;

/**
 * The write endpoint as the official client calls it, but with bytes for a body (the client's own
 * takes a text, which would be made and encoded anew) and with a path, so that it reaches v1 too.
 */
interface LineEndpoint {

    /** Writes lines. */
    @POST
    Call<ResponseBody> write(
            @Url String path,
            @QueryMap Map<String, String> query,
            @Header("Content-Encoding") @Nullable String encoding,
            @Body RequestBody lines);
}
