package io.supportgenius.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.store.TestStore;
import io.supportgenius.server.ticket.Drafts;
import io.supportgenius.server.ticket.TicketDraft;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    private final TestStore store = TestStore.create();
    private final DemoData demo = demoData();

    private DemoData demoData() {
        return new DemoData(store.loads(), store.settings(), store.organisation());
    }

    @Test
    void anEmptyStoreGetsTheDemoAndItsZone() {
        assertThat(demo.isFilled(800, 2015)).isFalse();

        assertThat(demo.fill(800, 2015, sent -> {})).isTrue();

        assertThat(demo.isFilled(800, 2015)).isTrue();
        assertThat(count("ticket")).isEqualTo(800);
        assertThat(count("company")).isEqualTo(27);
        assertThat(count("customer")).isEqualTo(40);
        assertThat(count("agent")).isEqualTo(8);
        assertThat(store.organisation().zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void aSecondStartWritesNothing() {
        demo.fill(100, 1, sent -> {});
        long revision = revision();

        assertThat(demoData().fill(100, 1, sent -> {})).isFalse();

        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void anotherSizeOrSeedReplacesTheDemoAndNothingElse() {
        TicketDraft own = Drafts.ticket("D-1").draft();
        store.load("helpdesk", own);
        demo.fill(100, 1, sent -> {});
        List<String> before = texts();

        assertThat(demo.fill(50, 1, sent -> {})).isTrue();
        assertThat(count("ticket where source = 'demo'")).isEqualTo(50);
        assertThat(demo.fill(100, 2, sent -> {})).isTrue();

        assertThat(count("ticket where source = 'demo'")).isEqualTo(100);
        assertThat(texts()).isNotEqualTo(before);
        assertThat(count("ticket where source = 'helpdesk'")).isEqualTo(1);
        assertThat(demo.isFilled(100, 1)).isFalse();
    }

    @Test
    void onlyTicketsOfOnesOwnWithoutDemoDataWouldBeMixed() {
        assertThat(demo.wouldMix()).isFalse();
        demo.fill(10, 1, sent -> {});
        store.load("helpdesk", Drafts.ticket("1").draft());
        assertThat(demo.wouldMix()).isFalse();

        TestStore own = TestStore.create();
        own.load("helpdesk", Drafts.ticket("1").draft());

        assertThat(new DemoData(own.loads(), own.settings(), own.organisation()).wouldMix())
                .isTrue();
    }

    @Test
    void aReplacementThatWasKilledBeforeTheOldTicketsWereGoneWouldNotMix() {
        demo.fill(10, 1, sent -> {});
        store.settings().put("demo", DemoSet.UNFINISHED);

        assertThat(demo.wouldMix()).isFalse();
    }

    @Test
    void aZoneThatWasChangedStaysWhenTheDemoIsReplaced() {
        demo.fill(10, 1, sent -> {});
        store.organisation().setZone(ZoneId.of("Europe/Lisbon"));

        demo.fill(20, 1, sent -> {});

        assertThat(store.organisation().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    }

    @Test
    void aFillThatWasStoppedIsDoneAnew() {
        assertThatThrownBy(() -> demo.fill(2000, 1, sent -> {
                    throw new IllegalStateException("stopped at " + sent);
                }))
                .hasMessage("stopped at 1000");
        assertThat(count("ticket")).isZero();

        assertThat(demo.fill(2000, 1, sent -> {})).isTrue();

        assertThat(count("ticket")).isEqualTo(2000);
    }

    @Test
    void theFormerDemoIsMadeAnewAfterItsReplacementWasStopped() {
        demo.fill(10, 1, sent -> {});
        assertThatThrownBy(() -> demo.fill(2000, 1, sent -> {
                    throw new IllegalStateException("stopped at " + sent);
                }))
                .hasMessage("stopped at 1000");
        assertThat(demo.isPresent()).isFalse();

        assertThat(demo.fill(10, 1, sent -> {})).isTrue();

        assertThat(count("ticket")).isEqualTo(10);
    }

    @Test
    void progressIsToldAfterEachThousandAndAtTheEnd() {
        List<Long> progress = new ArrayList<>();

        demo.fill(2500, 1, progress::add);
        demo.fill(1000, 1, progress::add);
        demo.fill(0, 1, progress::add);

        assertThat(progress).containsExactly(1000L, 2000L, 2500L, 1000L, 0L);
    }

    @Test
    void aBadNumberOfTicketsTakesNothingAway() {
        demo.fill(10, 1, sent -> {});

        assertThatThrownBy(() -> demo.fill(-1, 1, sent -> {})).isInstanceOf(IllegalArgumentException.class);

        assertThat(count("ticket")).isEqualTo(10);
        assertThat(demo.isFilled(10, 1)).isTrue();
    }

    private long count(String from) {
        return store.jdbc()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    private long revision() {
        return store.jdbc()
                .sql("select revision from change_state")
                .query(Long.class)
                .single();
    }

    private List<String> texts() {
        return store.jdbc()
                .sql("select body from ticket where source = 'demo' order by id")
                .query(String.class)
                .list();
    }
}
