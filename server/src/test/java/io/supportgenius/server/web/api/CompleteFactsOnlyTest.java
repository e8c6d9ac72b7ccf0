package io.supportgenius.server.web.api;

import static io.supportgenius.server.ticket.Drafts.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.facts.LiveFacts;
import io.supportgenius.server.facts.TestFacts;
import io.supportgenius.server.insights.TestFreshness;
import io.supportgenius.server.store.TestStore;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;

class CompleteFactsOnlyTest {

    @Test
    void programsAreAskedToWaitUntilAllTicketsAreLoaded() {
        TestStore store = TestStore.create();
        store.load("desk", ticket("1").draft());
        LiveFacts facts = TestFacts.unread(store);
        var guard = new CompleteFactsOnly(TestFreshness.of(facts));
        var response = new MockHttpServletResponse();

        assertThatThrownBy(() -> guard.preHandle(new MockHttpServletRequest(), response, this))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        failure -> assertThat(failure.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        assertThat(response.getHeader("Retry-After")).isNotNull();

        facts.refresh();
        assertThat(guard.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), this))
                .isTrue();
    }
}
