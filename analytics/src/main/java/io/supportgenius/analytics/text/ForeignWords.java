package io.supportgenius.analytics.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells texts that are surely not in English, by the small words that no text of a language can do without, and by letters of other
 * scripts. It would rather judge a foreign text than leave an English one without a label: at least two such words (one, where it is a
 * whole greeting) are needed, clearly more than English ones. What is English in one language and not in another, such as "die" or "on",
 * speaks for English.
 *
 * <p>Why no trained guesser: those that are exact on texts of five words weigh more than the whole product, and they always name
 * a language, while a ticket of three product names has none. The cost is one look-up for each word.
 */
final class ForeignWords {

    /** Words like these stand in names, too, so two of them count as one. */
    private static final int OF_NAMES = 1;

    private static final int USUAL = 2;

    /** Nobody says these in English, so one alone is enough where no English word stands beside it. */
    private static final int SURE = 4;

    private static final int ENGLISH = -2;
    private static final int ENOUGH = 4;

    private static final List<String> IN_NAMES = List.of(
            "de la le les el los las du des da do dos das di della van von der den het zu zum al san santa und et y e i o");

    private static final List<String> FOREIGN = List.of(
            // German
            "ich nicht wir sie ihr uns mir mich dich ist sind bin wird werden wurde wurden habe haben hatte hatten kann können könnte muss"
                    + " müssen soll ein eine einen einem einer kein keine keinen das dass daß dem auf mit für bei nach seit vom beim und oder"
                    + " aber wenn wie warum wann wo noch schon sehr auch nur mehr immer wieder leider schlecht gut gibt geht funktioniert"
                    + " funktionieren meine meinen mein unser unsere ihre ihren ihnen sich hallo rechnung kunde kundendienst fehler seit gestern"
                    + " heute morgen jetzt diese dieser dieses alles nichts zurück über durch würde möchte bekomme",
            // French
            "je tu nous vous ils elle elles est sont suis êtes avons avez ont été pas ne une mon ma mes notre nos votre vos leur cette ces"
                    + " dans sur avec pour sans mais ou où donc qui que quoi comment pourquoi quand très trop bien mal toujours jamais encore"
                    + " déjà depuis après avant fonctionne marche facture compte problème erreur aide aider c'est j'ai n'est qu'il d'une l'application"
                    + " aux ce ça fait faire peut pouvez voudrais souhaite reçu êtes",
            // Spanish
            "que para por con una uno del es esta está este esto estoy están estamos soy son ser tengo tiene tienen hay no muy más pero"
                    + " porque cuando como cómo dónde qué quién mi mis su sus nos nosotros usted ustedes ya también todavía siempre nunca"
                    + " funciona puedo puede pueden quiero necesito ayuda factura cuenta error problema servicio desde hasta sin sobre hola"
                    + " buenos días ha han he hemos fue lo se le me",
            // Italian
            "che non il lo gli una uno per con sono è siamo ho hai ha abbiamo avete hanno mi ti ci vi si sua suo mio mia nostro nostra"
                    + " questo questa questi quello anche ancora sempre mai molto più ma perché quando come dove cosa funziona posso può"
                    + " potete vorrei fattura conto problema errore servizio nel nella dal dalla alla sul sulla buongiorno dopo prima tutto niente",
            // Portuguese
            "que não uma um para por com os as ao aos na nas no nos em é são estou está estão tenho tem temos há muito mais mas porque"
                    + " quando como onde meu minha meus seu sua nosso vocês você eu ele ela isso isto este esta já também ainda sempre nunca"
                    + " funciona posso pode preciso ajuda fatura conta erro problema serviço desde até sem sobre olá dia foi",
            // Dutch
            "ik jij wij jullie hij zij niet geen een het dat dit deze die is zijn ben was waren heb hebt heeft hebben had kan kunnen"
                    + " moet moeten wil wordt worden met voor van naar bij uit aan op om over maar want omdat wanneer waarom hoe waar nog"
                    + " ook al heel erg veel meer altijd nooit weer mijn onze ons uw werkt werken factuur rekening fout probleem goed slecht sinds",
            // Swedish, Danish, Norwegian
            "jag du vi ni han hon det den är och att inte en ett som på av för med till från har hade kan kunde ska skulle vill måste"
                    + " min mitt mina vår vårt jeg ikke er og ikke ikke et til fra fungerar fungerer virker med om men eller också även"
                    + " mycket meget väldigt fortfarande stadig alltid aldrig varför hvorfor hur hvordan när når faktura fel feil fejl hej",
            // Polish
            "nie jest są się że na do od z ze w we po za dla przez przy jak co kto gdzie kiedy dlaczego czy ale lub oraz mam mamy"
                    + " jestem mój moja nasz nasze to ten ta tego tej bardzo już jeszcze zawsze nigdy działa proszę błąd problem konto"
                    + " faktura mogę może chcę pomoc dzień dobry",
            // Czech and Slovak
            "je jsem jsme není se si že na do od ze ve po za pro při jak co kdo kde kdy proč nebo ale mám máme můj naše to ten ta"
                    + " velmi už ještě vždy nikdy nefunguje funguje prosím chyba účet faktura mohu může chci dobrý den nie som sme",
            // Turkish
            "bir ve bu şu için ile çok daha değil var yok ama çünkü neden nasıl ne zaman nerede ben biz siz benim bizim hala hâlâ"
                    + " hiç her çalışmıyor çalışıyor fatura hesap hata sorun lütfen yardım olarak kadar sonra önce",
            // Finnish
            "en ei ole on olen olemme ja tai mutta että kun kuin miksi miten missä tämä se minun meidän ovat oli voin voi haluan"
                    + " erittäin hyvin huono edelleen aina koskaan toimi toimii lasku tili virhe ongelma",
            // Romanian
            "nu este sunt că și pe cu din pentru la un o care ce cum unde când dar sau am avem ai meu mea noastră foarte mai încă"
                    + " niciodată mereu funcționează nu merge factura contul eroare problemă vă rog bună ziua",
            // Indonesian and Malay
            "saya kami anda tidak bisa dapat yang dan di ke dari untuk dengan ini itu ada sudah belum akan sangat tetapi karena"
                    + " kenapa bagaimana mengapa kapan masalah tagihan akun tolong");

    private static final List<String> SURE_ALONE = List.of(
            "danke vielen dank guten bitte grüße merci bonjour bonsoir gracias obrigado obrigada grazie bedankt dank tack takk"
                    + " dziękuję děkuji ďakujem teşekkürler kiitos mulțumesc terima kasih funktioniert fonctionne nicht não està świetnie");

    private static final List<String> ENGLISH_WORDS = List.of(
            "a about after again all also always am an and any are as ask at away back be because been before being best better both but by"
                    + " call can can't cannot come could day did didn't do does doesn't don't done down each else email even ever every find first"
                    + " fix for from get gets getting give given go going good got great had happy has hasn't have haven't having he hello help her"
                    + " here hi him his how i i'm i've if i'd i'll in into is isn't issue it it's its just keep know last let like little long look"
                    + " love made make many may me more most much must my need never new next no not nothing now of off old on once one only open or order"
                    + " other our out over own page part people please problem put really report said same say see send sent service set she should"
                    + " since so some someone something still stop such support take team than thank thanks that that's the their them then"
                    + " there these they thing think this those three through time to today too try two under until up update upon us use used"
                    + " user using very want was wasn't way we well we're we've went were what when where which while who why will with"
                    + " without won't work working works worst would write wrong year yes yet you you're your yours die war man hat gift bad fast"
                    + " rest art also die den son sale come mine are or on is was an in me no so am be we were us dear regards bug error broken"
                    + " crash down login account invoice bill password ticket");

    /** English words that another language's list has, too. */
    private static final List<String> SHARED = List.of(
            "bin gut hay ten pour sans pro per con sin van del est os ai ha na ho men ni mi si ton list fin wet un een dag var fait mal ve ya em min"
                    + " to do no on so per over under of man sale son fast gate ok app pc id it web e-mail email status bug info chat");

    private static final Map<String, Integer> WORDS = words();

    private ForeignWords() {}

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        put(words, FOREIGN, USUAL);
        put(words, IN_NAMES, OF_NAMES);
        put(words, SURE_ALONE, SURE);
        put(words, ENGLISH_WORDS, ENGLISH);
        put(words, SHARED, ENGLISH);
        return words;
    }

    private static void put(Map<String, Integer> words, List<String> lines, int weight) {
        lines.forEach(line -> List.of(line.split(" ")).forEach(word -> words.put(word, weight)));
    }

    static boolean outweigh(Tokens tokens) {
        int english = 0;
        int foreign = 0;
        int latin = 0;
        int other = 0;
        Set<String> seen = new HashSet<>();
        for (int token = 0; token < tokens.count(); token++) {
            if (!tokens.isWord(token)) {
                continue;
            }
            if (!tokens.isLatin(token)) {
                other += tokens.to(token) - tokens.from(token);
                continue;
            }
            latin += tokens.to(token) - tokens.from(token);
            String word = new String(tokens.letters(), tokens.from(token), tokens.to(token) - tokens.from(token));
            int weight = WORDS.getOrDefault(word, 0);
            if (weight < 0) {
                english -= weight;
            } else if (weight > 0 && seen.add(word)) {
                foreign += weight;
            }
        }
        return other > latin || foreign >= ENOUGH && foreign > english + english / 2;
    }
}
