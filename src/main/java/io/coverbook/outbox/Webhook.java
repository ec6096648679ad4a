package io.coverbook.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts messages as JSON, signed as the Standard Webhooks specification has it: {@code webhook-id} is the same at every
 * attempt, so that a receiver knows what it has had; {@code webhook-signature} is an HMAC-SHA256 over id, time and body.
 */
final class Webhook {

    static final String WHSEC = "whsec_";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI url;
    private final byte[] secret;
    private final HttpClient client;

    Webhook(URI url, String secret) {
        this.url = url;
        this.secret = key(secret);
        this.client = HttpClient.newBuilder()
                .connectTimeout(LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** The bytes behind {@code whsec_}, or of the text itself. */
    private static byte[] key(String secret) {
        return secret.startsWith(WHSEC)
                ? Base64.getDecoder().decode(secret.substring(WHSEC.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    Attempt post(String id, String body, Instant now) {
        String time = String.valueOf(now.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "coverbook")
                .header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", signature(id, time, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2
                    ? Attempt.SENT
                    : Attempt.failed("the webhook answered " + answer.statusCode());
        } catch (IOException e) {
            return Attempt.away("the webhook is away: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.away("interrupted");
        }
    }

    String signature(String id, String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
