"""Counts what the exports beside this file say, without the product: python3 truth.py > truth.json

Which column is what, and how its cells are written, was put down here by hand from the files. Percentiles are linear (type 7),
hours are exact; the clock is taken as written (UTC). Python 3.11, standard library only.
"""

import csv
import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()


def at(pattern):
    return lambda cell: datetime.datetime.strptime(cell, pattern)


def epoch(cell):
    return datetime.datetime.fromtimestamp(int(cell), datetime.timezone.utc).replace(tzinfo=None)


def spreadsheet(cell):
    return datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(float(cell) * 86400))


def spanish(cell):
    day, month, year, time = re.fullmatch(r"(\d+) de (\w+) de (\d+) (.*)", cell).groups()
    return at("%d %m %Y %H:%M")(f"{day} {SPANISH.index(month) + 1} {year} {time}")


def two_formats(cell):
    return at("%d/%m/%Y %H:%M")(cell) if "/" in cell else at("%Y-%m-%dT%H:%M:%S.000+0000")(cell)


def times(seconds, comma=False):
    def read(cell):
        return float(cell.replace(".", "").replace(",", ".") if comma else cell) * seconds
    return read


def clock(cell):
    hours, minutes, seconds = map(int, cell.split(":"))
    return hours * 3600 + minutes * 60 + seconds


def words(cell):
    days, hours, minutes = map(int, re.findall(r"\d+", cell))
    return days * 86400 + hours * 3600 + minutes * 60


ISO = at("%Y-%m-%d %H:%M:%S")
# file: (encoding, separator, how its times are read, {our field: its column}, how durations are read by field)
FILES = {
    "zendesk.csv": ("utf-8", ",", at("%Y-%m-%d %H:%M"), {
        "externalId": "Id", "created": "Created at", "solved": "Solved at", "updated": "Updated at", "status": "Status",
        "priority": "Priority", "type": "Ticket type", "channel": "Via", "subject": "Subject", "tags": "Tags", "requester": "Requester",
        "requesterEmail": "Requester email", "company": "Organization", "agent": "Assignee", "industry": "Industry [list]",
        "touches": "Replies", "reopens": "Reopens", "satisfaction": "Satisfaction Score",
        "firstReplyTime": "First reply time in minutes", "fullResolutionTime": "Full resolution time in minutes"},
        {"firstReplyTime": times(60)}),
    "explore-portugues.csv": ("utf-8", ";", at("%Y-%m-%dT%H:%M:%S"), {
        "externalId": "ID do ticket", "created": "Ticket criado - Carimbo de data/hora", "status": "Status do ticket",
        "priority": "Prioridade do ticket", "channel": "Canal do ticket", "requester": "Nome do solicitante",
        "requesterEmail": "E-mail do solicitante", "company": "Organização do ticket", "agent": "Nome do atribuído",
        "subject": "Assunto do ticket", "touches": "Respostas do agente", "reopens": "Reaberturas",
        "firstReplyTime": "Tempo da primeira resposta (min)", "fullResolutionTime": "Tempo de resolução completa (min)"},
        {"firstReplyTime": times(60, True), "fullResolutionTime": times(60, True)}),
    "freshdesk.csv": ("utf-8", ",", ISO, {
        "externalId": "Ticket ID", "created": "Created time", "firstReply": "Initial response time", "solved": "Resolved time",
        "closed": "Closed time", "updated": "Last update time", "status": "Status", "priority": "Priority", "type": "Type",
        "channel": "Source", "subject": "Subject", "tags": "Tags", "requester": "Full name", "requesterEmail": "Email", "jobTitle": "Title",
        "company": "Company Name", "agent": "Agent", "touches": "Agent interactions", "satisfaction": "Survey results",
        "firstReplyTime": "First response time (in hrs)", "fullResolutionTime": "Resolution time (in hrs)"}, {}),
    "freshservice.csv": ("utf-8", ",", at("%d/%m/%Y %H:%M"), {
        "externalId": "Ticket Id", "created": "Created Time", "firstReply": "Initial Response Time", "solved": "Resolved Time",
        "closed": "Closed Time", "updated": "Last Updated Time", "status": "Status", "priority": "Priority", "type": "Type",
        "channel": "Source", "subject": "Subject", "requester": "Requester Name", "requesterEmail": "Requester Email", "agent": "Agent",
        "location": "Requester Location", "touches": "Agent Interactions", "firstReplyTime": "First Response Time (in Hrs)",
        "fullResolutionTime": "Resolution Time (in Hrs)"}, {}),
    "servicenow-labels.csv": ("utf-8", ",", ISO, {
        "externalId": "Number", "created": "Opened", "solved": "Resolved", "closed": "Closed", "updated": "Updated", "status": "State",
        "priority": "Priority", "type": "Category", "channel": "Contact type", "subject": "Short description", "requester": "Caller",
        "agent": "Assigned to", "location": "Location", "reopens": "Reopen count"}, {}),
    "servicenow-fields.csv": ("utf-8", ",", at("%d-%m-%Y %H:%M:%S"), {
        "externalId": "number", "created": "opened_at", "solved": "resolved_at", "closed": "closed_at", "updated": "sys_updated_on",
        "status": "state", "priority": "priority", "type": "category", "channel": "contact_type", "subject": "short_description",
        "text": "description", "requester": "caller_id", "company": "company", "agent": "assigned_to", "location": "location",
        "reopens": "reopen_count"}, {}),
    "jira.csv": ("utf-8", ",", at("%d/%b/%y %I:%M %p"), {
        "externalId": "Issue key", "created": "Created", "solved": "Resolved", "updated": "Updated", "status": "Status",
        "priority": "Priority", "type": "Issue Type", "subject": "Summary", "text": "Description", "tags": "Labels",
        "requester": "Reporter", "company": "Custom field (Organizations)", "agent": "Assignee", "satisfaction": "Satisfaction rating"}, {}),
    "intercom.csv": ("utf-8", ",", epoch, {
        "externalId": "id", "created": "created_at", "firstReply": "statistics.first_admin_reply_at",
        "firstSolved": "statistics.first_close_at", "solved": "statistics.last_close_at", "updated": "updated_at", "status": "state",
        "priority": "priority", "channel": "source.type", "subject": "source.subject", "text": "source.body",
        "requester": "source.author.name", "requesterEmail": "source.author.email", "agent": "admin_assignee_id",
        "reopens": "statistics.count_reopens", "satisfaction": "conversation_rating.rating"}, {}),
    "helpscout.csv": ("utf-8", ",", at("%Y-%m-%dT%H:%M:%SZ"), {
        "externalId": "number", "created": "createdAt", "closed": "closedAt", "updated": "userUpdatedAt", "status": "status",
        "type": "type", "channel": "source.via", "subject": "subject", "text": "preview", "tags": "tags", "agent": "assignee.name",
        "agentEmail": "assignee.email", "requester": "primaryCustomer.name", "requesterEmail": "primaryCustomer.email"}, {}),
    "hubspot.csv": ("utf-8", ",", at("%Y-%m-%d %H:%M"), {
        "externalId": "Ticket ID", "created": "Create date", "closed": "Close date", "updated": "Last modified date",
        "status": "Ticket status", "priority": "Priority", "type": "Category", "channel": "Source", "subject": "Ticket name",
        "text": "Ticket description", "company": "Associated Company", "agent": "Ticket owner", "requester": "Associated Contact",
        "firstReplyTime": "Time to first agent reply (HH:mm:ss)", "fullResolutionTime": "Time to close (HH:mm:ss)"},
        {"firstReplyTime": clock, "fullResolutionTime": clock}),
    "zoho-damaged.csv": ("utf-8", ",", at("%d %b %Y %I:%M %p"), {
        "externalId": "Ticket Id", "created": "Created Time", "firstReply": "Agent Responded Time", "closed": "Ticket Closed Time",
        "updated": "Modified Time", "status": "Status", "priority": "Priority", "channel": "Channel", "type": "Classification",
        "subject": "Subject", "text": "Description", "requester": "Contact Name", "requesterEmail": "Email", "company": "Account Name",
        "agent": "Ticket Owner", "touches": "Number of Responses", "reopens": "Number of Reopen", "satisfaction": "Happiness Rating"}, {}),
    "salesforce.csv": ("utf-8", ",", at("%m/%d/%Y %I:%M %p"), {
        "externalId": "Case Number", "created": "Date/Time Opened", "closed": "Date/Time Closed", "updated": "Last Modified Date",
        "status": "Status", "priority": "Priority", "type": "Type", "channel": "Case Origin", "subject": "Subject", "text": "Description",
        "requester": "Contact Name", "requesterEmail": "Contact Email", "company": "Account Name", "agent": "Case Owner"}, {}),
    "otrs-deutsch.csv": ("cp1252", ";", at("%d.%m.%Y %H:%M:%S"), {
        "externalId": "Ticket#", "created": "Erstellt", "firstReply": "Erste Antwort", "closed": "Geschlossen",
        "updated": "Letzte Änderung", "status": "Status", "priority": "Priorität", "type": "Typ", "channel": "Kanal", "subject": "Betreff",
        "requester": "Kundenname", "requesterEmail": "Absender E-Mail", "company": "Kundenfirma", "agent": "Besitzer",
        "touches": "Anzahl Antworten"}, {}),
    "glpi-francais.csv": ("utf-8", ";", at("%d-%m-%Y %H:%M"), {
        "externalId": "ID", "created": "Date d'ouverture", "solved": "Date de résolution", "closed": "Date de clôture",
        "updated": "Dernière modification", "status": "Statut", "priority": "Priorité", "type": "Type", "channel": "Source de la demande",
        "subject": "Titre", "requester": "Demandeur - Demandeur", "agent": "Attribué à - Technicien", "location": "Lieu",
        "firstReplyTime": "Délai de prise en compte"}, {"firstReplyTime": words}),
    "osticket.csv": ("utf-8", ",", at("%m/%d/%y %I:%M %p"), {
        "externalId": "Ticket Number", "created": "Date Created", "closed": "Closed Date", "updated": "Last Updated",
        "status": "Current Status", "priority": "Priority", "type": "Help Topic", "channel": "Source", "subject": "Subject",
        "requester": "From", "requesterEmail": "From Email", "agent": "Agent Assigned", "reopens": "Reopen Count"}, {}),
    "hoja-espanol.tsv": ("utf-8", "\t", spanish, {
        "externalId": "N.º de ticket", "created": "Fecha de creación", "status": "Estado", "priority": "Prioridad", "channel": "Canal",
        "requester": "Cliente", "requesterEmail": "Correo electrónico", "company": "Empresa", "agent": "Agente", "subject": "Asunto",
        "location": "Ciudad", "touches": "Respuestas", "satisfaction": "Satisfacción del cliente",
        "firstReplyTime": "Tiempo de primera respuesta (horas)", "fullResolutionTime": "Tiempo de resolución (horas)"},
        {"firstReplyTime": times(3600, True), "fullResolutionTime": times(3600, True)}),
    "foglio-italiano.csv": ("utf-8", ";", at("%d/%m/%Y %H.%M"), {
        "externalId": "Numero richiesta", "created": "Data apertura", "firstReply": "Data prima risposta", "solved": "Data risoluzione",
        "closed": "Data chiusura", "updated": "Ultimo aggiornamento", "status": "Stato", "priority": "Urgenza", "type": "Categoria",
        "channel": "Canale", "requester": "Richiedente", "company": "Azienda", "agent": "Operatore", "subject": "Oggetto",
        "text": "Descrizione", "touches": "Numero risposte", "reopens": "Riaperture", "satisfaction": "Valutazione"}, {}),
    "kayako.csv": ("utf-8", ",", at("%d %B %Y %I:%M %p"), {
        "externalId": "Ticket ID", "created": "Creation date", "solved": "Resolution date", "updated": "Last activity", "status": "Status",
        "priority": "Priority", "type": "Type", "subject": "Subject", "requester": "Full name", "requesterEmail": "Email",
        "company": "Organization", "agent": "Owner", "touches": "Replies", "reopens": "Reopened", "firstReplyTime": "First response time"},
        {"firstReplyTime": words}),
    "spreadsheet-days.csv": ("utf-8", ",", spreadsheet, {
        "externalId": "Ticket No", "created": "Date Opened", "solved": "Date Resolved", "status": "Status", "requester": "Customer",
        "agent": "Assigned To", "subject": "Summary", "location": "Country", "firstReplyTime": "Response Time (hrs)"},
        {"firstReplyTime": times(3600)}),
    "deux-formats.csv": ("utf-8", ";", two_formats, {
        "externalId": "N° de demande", "created": "Créé le", "firstReply": "Première réponse le", "solved": "Résolu le", "status": "Statut",
        "requester": "Demandeur", "company": "Société", "agent": "Technicien", "subject": "Objet", "touches": "Réponses de l'agent"}, {}),
}


# ServiceNow's table of states; the export holds their numbers.
STATES = {"servicenow-fields.csv": {"2": "In Progress", "6": "Resolved", "7": "Closed"}}


def percentile(values, share):
    values = sorted(values)
    place = (len(values) - 1) * share
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)


def figures(hours):
    return {"n": len(hours), "medianHours": percentile(hours, 0.5), "p90Hours": percentile(hours, 0.9)} if hours else None


def hours(row, columns, time, field, lasting, reads, created):
    if field in columns:
        cell = row[columns[field]]
        return None if cell in ("", "-", "?") else (time(cell) - created).total_seconds() / 3600
    if lasting in reads:
        cell = row[columns[lasting]]
        return None if cell == "" else reads[lasting](cell) / 3600
    return None


def truth(name):
    encoding, separator, time, columns, reads = FILES[name]
    with open(HERE / name, encoding=encoding, newline="") as file:
        rows = list(csv.DictReader(file, delimiter=separator))
    weekdays, replies, resolutions, statuses, days = [0] * 7, [], [], {}, []
    end = "solved" if "solved" in columns else "closed"
    for row in rows:
        created = time(row[columns["created"]])
        days.append(created.date().isoformat())
        weekdays[created.weekday()] += 1
        replies.append(hours(row, columns, time, "firstReply", "firstReplyTime", reads, created))
        if "solved" not in columns and "fullResolutionTime" in reads:
            resolutions.append(hours(row, {k: v for k, v in columns.items() if k != "closed"}, time, "solved", "fullResolutionTime", reads, created))
        else:
            resolutions.append(hours(row, columns, time, end, "fullResolutionTime", reads, created))
        status = STATES.get(name, {}).get(row[columns["status"]], row[columns["status"]])
        statuses[status] = statuses.get(status, 0) + 1
    return {
        "mapping": columns, "tickets": len(rows), "from": min(days), "to": max(days), "weekdays": weekdays, "status": statuses,
        "firstReplyTime": figures([one for one in replies if one is not None]),
        "fullResolutionTime": figures([one for one in resolutions if one is not None])}


json.dump({name: truth(name) for name in FILES}, sys.stdout, indent=1, ensure_ascii=False)
