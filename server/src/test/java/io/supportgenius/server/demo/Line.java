package io.supportgenius.server.demo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A least-squares line, by the textbook's sums. */
record Line(double slope, double standardError, double rSquared) {

    static Line through(List<Finding> tickets, ToDoubleFunction<Finding> x, ToDoubleFunction<Finding> y) {
        double meanX = tickets.stream().mapToDouble(x).average().orElseThrow();
        double meanY = tickets.stream().mapToDouble(y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Finding ticket : tickets) {
            double fromX = x.applyAsDouble(ticket) - meanX;
            double fromY = y.applyAsDouble(ticket) - meanY;
            xx += fromX * fromX;
            xy += fromX * fromY;
            yy += fromY * fromY;
        }
        double slope = xy / xx;
        double residual = (yy - slope * xy) / (tickets.size() - 2);
        return new Line(slope, Math.sqrt(residual / xx), slope * xy / yy);
    }
}
