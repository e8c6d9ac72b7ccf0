package io.supportgenius.analytics.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of our own, as people write them to a help desk. */
class UnjudgedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Seit dem Update kann ich mich nicht mehr anmelden.",
                "Die Rechnung ist falsch, bitte um Korrektur. Vielen Dank!",
                "Funktioniert leider immer noch nicht",
                "Vielen Dank für die schnelle Hilfe",
                "Je ne peux pas me connecter à mon compte depuis hier.",
                "Merci beaucoup pour votre aide, tout fonctionne.",
                "L'application ne marche plus",
                "No puedo entrar en mi cuenta desde ayer, necesito ayuda",
                "La factura está mal, por favor revisen el importe.",
                "Muchas gracias por todo",
                "Non riesco ad accedere al mio account, è molto urgente",
                "Il servizio non funziona più da questa mattina",
                "Não consigo acessar minha conta desde ontem",
                "Muito obrigado pela ajuda, já está funcionando",
                "Ik kan niet meer inloggen sinds de laatste update",
                "De factuur klopt niet en ik krijg geen antwoord",
                "Jag kan inte logga in på mitt konto",
                "Jeg kan ikke logge på min konto, det virker ikke",
                "Nie mogę się zalogować, proszę o pomoc",
                "Nemohu se přihlásit, prosím o pomoc, nic nefunguje",
                "Hesabıma giriş yapamıyorum, lütfen yardım edin, çok acil bir sorun",
                "En pääse kirjautumaan tililleni, mikä on ongelma",
                "Nu pot să mă conectez la contul meu și este urgent",
                "Saya tidak bisa masuk ke akun saya",
                "Не могу войти в аккаунт Office",
                "ログインできません Windows 11"
            })
    void foreignTextsAreTold(String text) {
        assertThat(Unjudged.of(text)).isEqualTo(Unjudged.NOT_ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This update is terrible, nothing works any more.",
                "Export",
                "ERR_4711 on page Reports",
                "How do I add a user?",
                "The van der Berg account at Los Angeles de la Cruz",
                "Invoice for Société Générale is wrong",
                "Die hard fans will love it, but the art is so bad",
                "pls fix asap!!! :(",
                "Please resend the invoice to Müller & Söhne GmbH, Königstraße 5",
                "Our office in São Paulo cannot print to PDF",
                "Gracias for your help",
                "No se what happened here but the login is broken again",
                "Señor Nuñez and Madame Lefèvre are waiting for an answer",
                "Re: Re: Fwd: ticket 4711",
                "Can't open data_de.csv, do you support el_GR?",
                "lol ok thx"
            })
    void englishTextsAndThoseThatMayBeAreJudged(String text) {
        assertThat(Unjudged.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t", "12:30 ?!", "服务太差了", "https://example.org"})
    void textsWithoutWordsSayAnotherReason(String text) {
        assertThat(Unjudged.of(text)).isEqualTo(Unjudged.NO_WORDS);
    }

    @Test
    void oneForeignSentenceInALongEnglishTextIsForgiven() {
        assertThat(Unjudged.of(
                        "The customer wrote: funktioniert leider nicht. I could see the problem on my machine, too, so please"
                                + " tell us when it will be fixed, because they are not happy with it."))
                .isNull();
    }
}
