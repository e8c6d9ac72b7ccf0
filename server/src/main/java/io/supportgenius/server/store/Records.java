package io.supportgenius.server.store;

import io.supportgenius.server.ticket.Agent;
import io.supportgenius.server.ticket.AgentId;
import io.supportgenius.server.ticket.Company;
import io.supportgenius.server.ticket.CompanyId;
import io.supportgenius.server.ticket.Customer;
import io.supportgenius.server.ticket.CustomerId;
import io.supportgenius.server.ticket.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Companies, customers and agents by id; unknown ids are left out. */
@Repository
public class Records {

    private static final String COMPANIES = """
            select id, name, domain, time_zone, industry, support_tier, location, pilot
            from company where id = any(:ids) order by id
            """;

    private static final String CUSTOMERS = """
            select id, name, email, phone, job_title, company_id from customer where id = any(:ids) order by id
            """;

    private static final String AGENTS = """
            select id, name, email, phone, tier, agent_group from agent where id = any(:ids) order by id
            """;

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Company> companies(Collection<Long> ids) {
        return find(COMPANIES, ids, (row, number) -> company(row));
    }

    public List<Customer> customers(Collection<Long> ids) {
        return find(CUSTOMERS, ids, (row, number) -> customer(row));
    }

    public List<Agent> agents(Collection<Long> ids) {
        return find(AGENTS, ids, (row, number) -> agent(row));
    }

    private <T> List<T> find(String sql, Collection<Long> ids, RowMapper<T> mapper) {
        return jdbc.sql(sql)
                .param("ids", ids.toArray(new Long[0]))
                .query(mapper)
                .list();
    }

    private static Company company(ResultSet row) throws SQLException {
        return new Company(
                new CompanyId(row.getLong("id")),
                row.getString("name"),
                row.getString("domain"),
                row.getString("time_zone"),
                profile(row));
    }

    private static Customer customer(ResultSet row) throws SQLException {
        long company = row.getLong("company_id");
        return new Customer(
                new CustomerId(row.getLong("id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("job_title"),
                company == 0 ? null : new CompanyId(company));
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                new AgentId(row.getLong("id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("tier"),
                row.getString("agent_group"));
    }

    static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("industry"),
                row.getString("support_tier"),
                row.getString("location"),
                flag(row, "pilot"));
    }

    static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }
}
