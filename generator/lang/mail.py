"""Words of messages: how they say that something is quoted, and of senders who are not people.

As in `generator.lang.given_dates`, the words of all languages count at once. All but the sets are
patterns, in small letters.
"""

from __future__ import annotations

from generator.lang.words import words

# Verbs of the line above a quotation: "On 3 May 2019, Anna Lind wrote:".
WROTE = (
    r"wrote|writes|written|said|schrieb|schreibt|geschrieben|a écrit|écrit|escribió|escribe"
    r"|написал(?:а|и|\(а\))?|пишет|писал(?:а|\(а\))?|ha scritto|scrive|escreveu|schreef|skrev"
    r"|napisała?|kirjoitti|a scris"
)
# How such a line begins where it gives the date first.
ON = r"on|am|le|el|il|em|op|den|w dniu|il giorno|a|the"
# Lines above a whole message that follows.
ORIGINAL = (
    r"original message|original appointment|forwarded message|forwarded by|begin forwarded message"
    r"|ursprüngliche nachricht|originalnachricht|original-nachricht|weitergeleitete nachricht"
    r"|anfang der weitergeleiteten (?:nachricht|e-mail)|message d['’]origine|message original"
    r"|message transféré|début du message (?:réexpédié|transféré)|mensaje original"
    r"|mensaje reenviado|inicio del mensaje reenviado|исходное сообщение|пересылаемое сообщение"
    r"|пересланное сообщение|начало переадресованного сообщения|messaggio originale"
    r"|messaggio inoltrato|mensagem original|mensagem encaminhada|oorspronkelijk bericht"
    r"|doorgestuurd bericht|ursprungligt meddelande|oprindelig meddelelse|wiadomość oryginalna"
)
BY = r"by|from|von|de|от"  # between such a line's words and a name
# Labels of the lines of a head that is copied above the message it is of.
FROM = r"from|von|de|от|da|van|från|fra|od"
SENT = r"sent|date|gesendet|datum|envoyé(?: le)?|enviado(?: el|s)?|fecha|отправлено|дата|inviato"
TO = r"to|an|à|para|кому|a|aan|till|til|do|cc|subject|betreff|objet|asunto|тема|oggetto|assunto"
# Between a writer's name and the list that passed the message on ("Anna Lind via Harbour-list").
VIA = r"via|über|por medio de|через"
# Words of senders and receivers that are not people.
NOT_PEOPLE = words(
    "team list lists mailing support info newsletter news group groups office committee commission"
    " department dept service services ministry agency inc ltd llc gmbh ag corp corporation company"
    " association university institute foundation society council court bank noreply reply"
    " admin administrator administration postmaster mailer daemon system digest owner owners bot"
    " notification notifications alert alerts editor editors editorial press help helpdesk desk"
    " center centre club union party staff board secretariat users developers devel announce"
    " subscribers members undisclosed recipients recipient unlisted customer customers webmaster"
    " verein amt ministerium universität institut gesellschaft verband redaktion presse gruppe"
    " büro kommission ausschuss gericht stadt liste équipe groupe ministère université bureau"
    " rédaction équipo grupo ministerio universidad oficina redacción lista comisión команда группа"
    " министерство университет редакция список рассылка служба"
)
