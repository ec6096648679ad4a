package io.coverbook.web;

import io.coverbook.report.Json;
import io.coverbook.store.DatabaseRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What went wrong, as problem details (RFC 9457): words for whoever asked, and never anything from inside. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "10";

    @ExceptionHandler(ApiException.class)
    ResponseEntity<byte[]> bad(ApiException e, HttpServletRequest request) {
        return entity(e.status(), String.valueOf(e.getMessage()), request, new HttpHeaders());
    }

    /** Everything else: what the framework refuses keeps its status, the rest is our fault, kept in the log by a number. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> any(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            int status = refused.getStatusCode().value();
            HttpHeaders headers = new HttpHeaders();
            headers.putAll(refused.getHeaders());
            String detail = status == HttpStatus.NOT_FOUND.value()
                    ? "there is nothing here; /api/v1/openapi.json says what there is"
                    : "this is not answered here";
            return entity(status, detail, request, headers);
        }
        String number = UUID.randomUUID().toString();
        if (DatabaseRefusal.in(e).isPresent() || e instanceof CannotGetJdbcConnectionException) {
            LOG.warn("{}: the database is away", number, e);
            HttpHeaders headers = new HttpHeaders();
            headers.add(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            return entity(503, "the database is away; try again (" + number + ")", request, headers);
        }
        LOG.error("{}: {} {}", number, request.getMethod(), request.getRequestURI(), e);
        return entity(500, "something went wrong here; the log has it under " + number, request, new HttpHeaders());
    }

    private static ResponseEntity<byte[]> entity(
            int status, String detail, HttpServletRequest request, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status, detail, request.getRequestURI()));
    }

    static byte[] body(int status, String detail, String instance) {
        HttpStatus known = HttpStatus.resolve(status);
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", known == null ? "Problem" : known.getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", instance);
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        Json.write(out, problem);
        out.flush();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
