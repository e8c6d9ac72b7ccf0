package io.supportgenius.server.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.analytics.text.SentimentScorer;
import io.supportgenius.server.access.Webhooks;
import io.supportgenius.server.store.PlainWords;
import io.supportgenius.server.store.TestDatabase;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.json.JsonMapper;

class WebhookApiTest {
    private static final int READ_AT_ONCE = 8;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final CountDownLatch reading = new CountDownLatch(READ_AT_ONCE);
    private final CountDownLatch sent = new CountDownLatch(1);

    @BeforeEach
    void start() {
        DataSource database = TestDatabase.create();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SentimentScorer.class, PlainWords::new);
        context.scan("io.supportgenius.server.store", "io.supportgenius.server.importing");
        context.register(Webhooks.class, WebhookApi.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private WebhookApi api() {
        return context.getBean(WebhookApi.class);
    }

    @Test
    void whatIsRefusedByItsHeadersIsNotRead() {
        Request bare = new Request();
        Request old = new Request();
        old.sign(Instant.now().minusSeconds(301));

        for (Request request : List.of(bare, old)) {
            assertThatThrownBy(() -> api().take(request))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED));
        }
        assertThat(reading.getCount()).isEqualTo(READ_AT_ONCE);
    }

    @Test
    void onlySoManyBodiesAreReadAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(READ_AT_ONCE);
        try {
            List<Future<?>> answers = new ArrayList<>();
            for (int i = 0; i < READ_AT_ONCE; i++) {
                answers.add(senders.submit(() -> api().take(signedNow())));
            }
            assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> api().take(signedNow()))
                    .isInstanceOfSatisfying(ErrorResponseException.class, busy -> {
                        assertThat(busy.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                        assertThat(busy.getHeaders().getFirst("Retry-After")).isNotNull();
                    });

            sent.countDown();
            for (Future<?> answer : answers) {
                assertThatThrownBy(answer::get).hasMessageContaining("fits no secret");
            }
            assertThatThrownBy(() -> api().take(signedNow())).hasMessageContaining("fits no secret");
        } finally {
            senders.shutdownNow();
        }
    }

    private Request signedNow() {
        Request request = new Request();
        request.sign(Instant.now());
        return request;
    }

    /** Its body comes when {@link #sent} says so. */
    private final class Request extends MockHttpServletRequest {

        /** By nobody whose secret is known. */
        void sign(Instant time) {
            addHeader("X-SupportGenius-Timestamp", String.valueOf(time.getEpochSecond()));
            addHeader("X-SupportGenius-Signature", "sha256=" + "0".repeat(64));
        }

        @Override
        public ServletInputStream getInputStream() {
            reading.countDown();
            return new ServletInputStream() {
                @Override
                public int read() {
                    try {
                        sent.await();
                    } catch (InterruptedException stopping) {
                        throw new IllegalStateException(stopping);
                    }
                    return -1;
                }

                @Override
                public boolean isFinished() {
                    return sent.getCount() == 0;
                }

                @Override
                public boolean isReady() {
                    return isFinished();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
