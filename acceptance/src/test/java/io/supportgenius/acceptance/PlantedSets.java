package io.supportgenius.acceptance;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A file of tickets with truths of our own in it, told apart by the column {@code Set}. In the sets 1 to 20 pilot customers in
 * transportation are unhappy and wait long, tickets created from 22 to 5 o'clock wait for their first reply, and each agent reply
 * adds to the resolution. The sets 21 to 40 are made in the same way, and then every column is dealt anew, on its own.
 */
final class PlantedSets {

    static final int PLANTED = 20;
    static final int ALL = 40;

    private static final int TICKETS = 450;

    private static final String HEADER =
            "ticket_id,created_at,first_reply_at,solved_at,agent_replies,subject,description,requester,"
                    + "company,assignee,channel,priority,industry,support_tier,location,pilot,Set\n";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final List<String> NEGATIVE = List.of(
            "This is terrible, nothing works any more.",
            "I am very disappointed and angry about this awful service.",
            "The page crashes every time, this is unacceptable.",
            "Still broken. Worst support I have ever had.",
            "I am frustrated, the export failed again and nobody cares.");

    private static final List<String> NEUTRAL = List.of(
            "How do I add a user?",
            "Where can I find the API documentation?",
            "Please change the billing address of our account.",
            "We would like to upgrade our plan to 50 seats.",
            "What is the status of my ticket?");

    private static final List<String> POSITIVE = List.of(
            "Great support, thank you so much!",
            "Thanks, that fixed it. Wonderful!",
            "I love the new report, excellent work.",
            "Perfect, everything works now, many thanks!",
            "Very happy with the quick help, thank you!");

    private static final List<String> CITIES = List.of("Bern", "Graz", "Kiel", "Lund", "Metz", "Nice", "Oulu", "Pisa");
    private static final List<String> INDUSTRIES = List.of("transportation", "media", "energy", "consulting");
    private static final List<String> TIERS = List.of("Gold", "Silver", "Bronze");
    private static final List<String> CHANNELS = List.of("Email", "Email", "Chat", "Phone");
    private static final List<String> PRIORITIES = List.of("Normal", "Normal", "High", "Low");

    /** What companies are: industry, pilot; the third to fifth are the struggling ones. */
    private static final int COMPANIES = 18;

    private PlantedSets() {}

    /** The whole file; times are local to its zone. */
    static String csv() {
        var file = new StringBuilder(HEADER);
        for (int set = 1; set <= ALL; set++) {
            var random = new Random(1000 + set);
            List<String[]> rows = new ArrayList<>();
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                rows.add(row(random));
            }
            if (set > PLANTED) {
                deal(rows, random);
            }
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                file.append(line(set, ticket, rows.get(ticket)));
            }
        }
        return file.toString();
    }

    /** Minutes stand for times until the columns are dealt: creation since the begin of the month, others since the creation. */
    private static String[] row(Random random) {
        int company = random.nextInt(COMPANIES);
        boolean pilot = company < 3 || company >= 14;
        String industry = company < 6 ? "transportation" : INDUSTRIES.get(1 + company % 3);
        boolean struggling = company < 3;
        int hour = random.nextDouble() < 0.16 ? (22 + random.nextInt(7)) % 24 : 5 + random.nextInt(17);
        boolean night = hour >= 22 || hour < 5;
        int created = random.nextInt(28) * 1440 + hour * 60 + random.nextInt(60);
        double reply = 90 * Math.exp(0.8 * random.nextGaussian()) * (night ? 4 : 1);
        int touches = 1 + random.nextInt(5);
        double work = 600 * Math.exp(0.7 * random.nextGaussian()) * (struggling ? 5 : 1);
        double mood = random.nextDouble();
        double negative = struggling ? 0.75 : 0.2;
        List<String> texts = mood < negative ? NEGATIVE : mood < 0.5 + negative / 2 ? NEUTRAL : POSITIVE;
        return new String[] {
            Integer.toString(created),
            Integer.toString((int) reply),
            random.nextInt(12) == 0 ? "" : Integer.toString((int) (reply + work + 480 * touches)),
            Integer.toString(touches),
            texts.get(random.nextInt(texts.size())),
            "Company " + company,
            "Agent " + random.nextInt(5),
            CHANNELS.get(random.nextInt(CHANNELS.size())),
            PRIORITIES.get(random.nextInt(PRIORITIES.size())),
            industry,
            TIERS.get(company % TIERS.size()),
            CITIES.get(company % CITIES.size()),
            pilot ? "yes" : "no"
        };
    }

    private static void deal(List<String[]> rows, Random random) {
        for (int column = 0; column < rows.get(0).length; column++) {
            int dealt = column;
            List<String> values =
                    new ArrayList<>(rows.stream().map(row -> row[dealt]).toList());
            Collections.shuffle(values, random);
            for (int row = 0; row < rows.size(); row++) {
                rows.get(row)[dealt] = values.get(row);
            }
        }
    }

    private static String line(int set, int ticket, String[] row) {
        LocalDateTime created = LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(Long.parseLong(row[0]));
        // People and companies of different sets must not be taken for the same ones.
        return String.join(
                        ",",
                        "S" + set + "-" + ticket,
                        TIME.format(created),
                        TIME.format(created.plus(minutes(row[1]))),
                        row[2].isEmpty() ? "" : TIME.format(created.plus(minutes(row[2]))),
                        row[3],
                        "Request",
                        '"' + row[4] + '"',
                        "Person " + row[5] + " of " + set,
                        row[5] + " of " + set,
                        row[6],
                        row[7],
                        row[8],
                        row[9],
                        row[10],
                        row[11],
                        row[12],
                        Integer.toString(set))
                + "\n";
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(Long.parseLong(text));
    }
}
