package io.supportgenius.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.supportgenius.server.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class FailureSentenceTest {

    @Test
    void theSentenceWrittenForPeopleIsFoundBelowWhatTheFrameworkSays() {
        var failure = new IllegalStateException(
                "Error creating bean",
                new StoreUnavailableException("The disk is full.", new java.io.IOException("ENOSPC")));

        assertThat(FailureSentence.of(failure)).isEqualTo("The disk is full.");
    }

    @Test
    void aPortTakenBetweenTheCheckAndTheStartReadsLikeOneTakenBefore() {
        assertThat(FailureSentence.of(new IllegalStateException(new PortInUseException(8080))))
                .isEqualTo(ListeningPort.inUse(8080));
    }

    @Test
    void anythingElseIsToldByTheFirstLineOfItsInnermostCause() {
        var failure = new IllegalStateException("outer", new ArithmeticException("by zero\nsecond line"));

        assertThat(FailureSentence.of(failure)).isEqualTo("SupportGenius failed: by zero");
        assertThat(FailureSentence.of(new NullPointerException()))
                .isEqualTo("SupportGenius failed: NullPointerException");
    }
}
