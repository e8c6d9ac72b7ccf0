package io.supportgenius.server.importing;

import java.util.List;
import java.util.Optional;

/**
 * What a column can mean to us, with the names that known helpdesks, spreadsheets and open-data portals give it. The
 * names stand in normalised form ({@link HeaderName}), the better one first, and match exactly: a name that merely
 * resembles one of them is left alone, as {@code Resolution Action Updated Date} is no resolution and {@code Address Type}
 * no ticket type.
 */
enum TicketField {
    EXTERNAL_ID(
            "externalId",
            Kind.ID,
            "ticketid uniquekey issuekey incidentnumber incidentid ticketnumber ticketno ticketref casenumber caseid"
                    + " servicerequestnumber servicerequestid srnumber requestnumber requestid conversationid number id"
                    + " key externalid referencenumber reference ticket sysid caseconceptname"),
    CREATED(
            "created",
            Kind.DATE,
            "createdat created createddate createdtime createdon createddatetime datecreated creationdate creationtime"
                    + " createdate ticketcreated ticketcreatedat openedat opened openeddate opendate openedon dateopened"
                    + " submittedat submitted submitteddate datesubmitted submissiondate requesteddatetime"
                    + " reportedat reporteddate reportedon receivedat receiveddate datereceived syscreatedon"),
    FIRST_REPLY(
            "firstReply",
            Kind.DATE,
            "firstreply firstreplyat firstrepliedat firstreplydate firstresponseat firstrespondedat firstresponse"
                    + " firstresponsedate initialresponsetime initialresponseat firstadminreplyat firstreplytime"
                    + " firstresponsetime"),
    FIRST_SOLVED(
            "firstSolved",
            Kind.DATE,
            "firstsolved firstsolvedat firstresolved firstresolvedat firstresolutionat firstcloseat"),
    SOLVED(
            "solved",
            Kind.DATE,
            "solvedat solved lastsolvedat lastsolved solveddate resolvedat resolved resolveddate resolvedtime resolvedon"
                    + " lastresolvedat dateresolved resolutiondate resolutiondatetime resolutionat lastcloseat"
                    + " resolutiontime"),
    CLOSED(
            "closed",
            Kind.DATE,
            "closedat closed closeddate closedtime closedon closedatetime closeddatetime closedate dateclosed"
                    + " completedat completeddate completiondate datecompleted"),
    UPDATED(
            "updated",
            Kind.DATE,
            "updatedat updated lastupdated lastupdatedat lastupdatetime lastupdate lastupdateddate updateddate updatedon"
                    + " dateupdated modifiedat modified modifieddate modifiedon lastmodified lastmodifiedat"
                    + " lastmodifieddate sysupdatedon"),
    STATUS("status", Kind.CATEGORY, "status ticketstatus currentstatus casestatus requeststatus incidentstate state"),
    PRIORITY("priority", Kind.CATEGORY, "priority ticketpriority prioritylevel severity urgency"),
    TYPE(
            "type",
            Kind.CATEGORY,
            "tickettype type issuetype complainttype requesttype casetype servicerequesttype incidenttype category"),
    CHANNEL(
            "channel",
            Kind.CATEGORY,
            "channel ticketchannel via channeltype contactchannel contacttype opendatachanneltype requestchannel"
                    + " ticketsource requestsource caseorigin origin source methodreceived"),
    SUBJECT("subject", Kind.TEXT, "subject ticketsubject summary shortdescription rawsubject title headline"),
    TEXT(
            "text",
            Kind.TEXT,
            "description descriptiontext ticketdescription text ticketbody body firstmessage message details content"),
    TAGS("tags", Kind.TEXT, "tags tickettags labels"),
    REQUESTER(
            "requester",
            Kind.NAME,
            "requester requestername customer customername contactname contact fullname caller callername callerid"
                    + " reporter requestedby submittedby clientname client submitter"),
    REQUESTER_EMAIL(
            "requesterEmail",
            Kind.EMAIL,
            "requesteremail customeremail contactemail calleremail reporteremail clientemail customeremailaddress"
                    + " emailaddress email"),
    JOB_TITLE("jobTitle", Kind.NAME, "jobtitle requesterjobtitle customerjobtitle"),
    COMPANY(
            "company",
            Kind.NAME,
            "company companyname organization organisation organizationname organisationname customercompany"
                    + " accountname account"),
    AGENT(
            "agent",
            Kind.NAME,
            "agent agentname assignee assigneename assignedto assignedagent responder ticketowner caseowner owner"
                    + " handledby technician"),
    AGENT_EMAIL("agentEmail", Kind.EMAIL, "agentemail assigneeemail assignedtoemail responderemail owneremail"),
    INDUSTRY(
            "industry",
            Kind.CATEGORY,
            "industry companyindustry accountindustry industryname cfindustry sector vertical"),
    SUPPORT_TIER(
            "supportTier",
            Kind.CATEGORY,
            "supporttier customertier accounttier servicetier tier cftier supportplan subscriptionplan supportlevel plan"),
    LOCATION(
            "location",
            Kind.CATEGORY,
            "location requesterlocation customerlocation companylocation locationname borough city office site"
                    + " country"),
    PILOT("pilot", Kind.FLAG, "pilot ispilot pilotcustomer inpilot"),
    TOUCHES("touches", Kind.COUNT, "touches agentreplies replies agentinteractions agenttouches agentresponses"),
    REOPENS("reopens", Kind.COUNT, "reopens reopencount countreopens timesreopened reopenscount"),
    SATISFACTION(
            "satisfaction",
            Kind.RATING,
            "satisfactionscore satisfactionrating satisfaction csat csatscore csatrating customersatisfaction"
                    + " customersatisfactionrating surveyresults surveyresult customerrating rating"),
    FIRST_REPLY_TIME(
            "firstReplyTime", Kind.DURATION, "firstreplytime firstresponsetime timetofirstreply timetofirstresponse"),
    FULL_RESOLUTION_TIME(
            "fullResolutionTime",
            Kind.DURATION,
            "fullresolutiontime totalresolutiontime resolutiontime timetoresolution timetoresolve");

    /** What the cells of a column have to look like to be taken for a field. */
    enum Kind {
        ID,
        DATE,
        CATEGORY,
        TEXT,
        NAME,
        EMAIL,
        FLAG,
        COUNT,
        RATING,
        DURATION
    }

    private final String apiName;
    private final Kind kind;
    private final List<String> aliases;

    TicketField(String apiName, Kind kind, String aliases) {
        this.apiName = apiName;
        this.kind = kind;
        this.aliases = List.of(aliases.split(" "));
    }

    /** The name in mappings, reports and the API. */
    String apiName() {
        return apiName;
    }

    Kind kind() {
        return kind;
    }

    /** Place of a column's name among the names of this field, 0 = best, or -1 where it is none of them. */
    int rank(String header) {
        String name = HeaderName.normalise(header);
        int rank = aliases.indexOf(name);
        if (rank < 0 && kind == Kind.DURATION) {
            return aliases.indexOf(DurationUnit.withoutUnit(name));
        }
        return rank;
    }

    static Optional<TicketField> ofApiName(String name) {
        for (TicketField field : values()) {
            if (field.apiName.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
