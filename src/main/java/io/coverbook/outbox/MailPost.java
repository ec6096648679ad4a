package io.coverbook.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends plain text by SMTP, encrypted unless that is switched off, to servers whose name is proved. */
final class MailPost {

    private static final String LIMIT_MILLIS = "10000";

    private final JavaMailSenderImpl sender;
    private final String from;

    MailPost(Places.Mail place) {
        sender = new JavaMailSenderImpl();
        sender.setHost(place.host());
        sender.setPort(place.port());
        sender.setDefaultEncoding("UTF-8");
        if (place.user() != null) {
            sender.setUsername(place.user());
            sender.setPassword(place.password());
        }
        sender.setJavaMailProperties(properties(place));
        from = place.from();
    }

    private static Properties properties(Places.Mail place) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(place.user() != null));
        properties.setProperty("mail.smtp.connectiontimeout", LIMIT_MILLIS);
        properties.setProperty("mail.smtp.timeout", LIMIT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", LIMIT_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean starttls = place.tls() == Places.Tls.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(place.tls() == Places.Tls.TLS));
        return properties;
    }

    /**
     * Sends one mail.
     *
     * @param id the same at every attempt, so that a mail server can know what it has had
     */
    Attempt send(String id, List<String> to, Letter letter, Instant at) {
        try {
            MimeMessage mail = sender.createMimeMessage();
            mail.setFrom(new InternetAddress(from, true));
            for (String address : to) {
                mail.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(address, true));
            }
            mail.setSubject(letter.subject().replaceAll("\\s+", " "), "UTF-8");
            mail.setText(letter.text(), "UTF-8");
            mail.setSentDate(Date.from(at));
            mail.setHeader("Message-ID", "<" + id + "@coverbook>");
            mail.setHeader("Auto-Submitted", "auto-generated");
            sender.send(mail);
            return Attempt.SENT;
        } catch (MailException e) {
            return refusedFor(e)
                    ? Attempt.refused("the mail server knows no such address")
                    : Attempt.away("mail: " + root(e));
        } catch (MessagingException e) {
            return Attempt.refused("mail: " + root(e));
        }
    }

    /** What is sent. */
    record Letter(String subject, String text) {}

    /** Whether the server said of an address that there is none, rather than that it has no time. */
    private static boolean refusedFor(MailException failure) {
        if (!(failure instanceof MailSendException several)) {
            return false;
        }
        for (Exception each : several.getMessageExceptions()) {
            for (Throwable cause = each; cause != null; cause = next(cause)) {
                if (cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : failure.getCause();
    }

    private static String root(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            last = cause;
        }
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message;
    }
}
