package io.coverbook.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything: asks for the token where one is set, refuses names that are not this machine where none is
 * (a page elsewhere could otherwise ask through somebody's browser), lets only questions through, and tells browsers to
 * trust and keep nothing.
 */
final class Guard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final String BEARER = "bearer ";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final byte @Nullable [] token;

    /** @param token empty only for a server that nobody else can reach */
    Guard(@Nullable String token) {
        this.token = token == null ? null : digest(token);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers(response);
        if (token == null ? !HERE.contains(request.getServerName().toLowerCase(Locale.ROOT)) : !known(request)) {
            refuse(request, response);
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            problem(response, 405, "only GET and HEAD are answered here", request);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Compared by digests of equal length, in a time that says nothing about either. */
    private boolean known(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = given != null && given.toLowerCase(Locale.ROOT).startsWith(BEARER);
        byte[] digest = digest(
                bearer && given != null ? given.substring(BEARER.length()).strip() : "");
        return MessageDigest.isEqual(digest, token) && bearer;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (token == null) {
            LOG.warn("refused a request from {} for another host", request.getRemoteAddr());
            problem(response, 421, "this server answers for localhost only", request);
            return;
        }
        LOG.warn("refused a request from {} without the token", request.getRemoteAddr());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"coverbook\"");
        problem(response, 401, "the token is missing or wrong; send it as Authorization: Bearer TOKEN", request);
    }

    private static void problem(HttpServletResponse response, int status, String detail, HttpServletRequest request)
            throws IOException {
        byte[] body = Problems.body(status, detail, request.getRequestURI());
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
