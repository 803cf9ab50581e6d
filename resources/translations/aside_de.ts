<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPanel</name>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Conversations and lists, in the file manager</source>
        <translation>Unterhaltungen und Listen, im Dateimanager</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Copy diagnostic report</source>
        <translation>Diagnosebericht kopieren</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Every part of Aside that others made, and its licence</source>
        <translation>Jeder Teil von Aside, den andere gemacht haben, mit seiner Lizenz</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Licences of what is inside</source>
        <translation>Lizenzen des Enthaltenen</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Show the licence of Aside</source>
        <translation>Die Lizenz von Aside zeigen</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Versions, this computer, settings and the log's end; no conversation, name or path of yours</source>
        <translation>Versionen, dieser Computer, Einstellungen und das Ende des Protokolls; keine Unterhaltung, kein Name und kein Pfad von Ihnen</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>What Aside has noted of its work</source>
        <translation>Was Aside über seine Arbeit notiert hat</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>AccessibleBlock</name>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Code, {language}</source>
        <translation>Code, {language}</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Head of a table</source>
        <translation>Kopf einer Tabelle</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Heading of level {level}</source>
        <translation>Überschrift der Ebene {level}</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Row {number} of a table</source>
        <translation>Zeile {number} einer Tabelle</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>More that can be done with this message (Enter)</source>
        <translation>Was sich mit dieser Nachricht noch tun lässt (Eingabe)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>Version {number} of {count}</source>
        <translation>Version {number} von {count}</translation>
    </message>
</context>
<context>
    <name>AlignedThoughts</name>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>Both thoughts, step by step</source>
        <translation>Beide Gedanken, Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>ArithmeticBox</name>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>Computed from the file's header.</source>
        <translation>Aus dem Kopf der Datei berechnet.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>Computed from the file's header; asking llama.cpp …</source>
        <translation>Aus dem Kopf der Datei berechnet; frage llama.cpp …</translation>
    </message>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>What it needs could not be found out.</source>
        <translation>Was es braucht, ließ sich nicht herausfinden.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>llama.cpp itself confirmed these figures.</source>
        <translation>llama.cpp selbst bestätigt diese Zahlen.</translation>
    </message>
</context>
<context>
    <name>AskingBar</name>
    <message>
        <location filename="ui/chat/calls/asking_bar.py"/>
        <source>Go to the call that waits</source>
        <translation>Zum wartenden Aufruf gehen</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/asking_bar.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>AskingModels</name>
    <message>
        <location filename="ui/chat/presets/asking_models.py"/>
        <source>does not fit: needs {size}</source>
        <translation>passt nicht: braucht {size}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/asking_models.py"/>
        <source>needs {size}</source>
        <translation>braucht {size}</translation>
    </message>
</context>
<context>
    <name>AttachedChip</name>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>Do not send {name}</source>
        <translation>{name} nicht mitschicken</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>Show the text of {name}</source>
        <translation>Den Text von {name} zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>Show {name} large</source>
        <translation>{name} groß zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>{name} · reading…</source>
        <translation>{name} · wird gelesen…</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>{name} · {size} · about {count} tokens</source>
        <translation>{name} · {size} · etwa {count} Token</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>{name} · {size} · {count} tokens</source>
        <translation>{name} · {size} · {count} Token</translation>
    </message>
</context>
<context>
    <name>AttachedFiles</name>
    <message>
        <location filename="ui/chat/composer/attached_files.py"/>
        <source>Files of the question</source>
        <translation>Dateien der Frage</translation>
    </message>
</context>
<context>
    <name>AttachmentsPresenter</name>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Only the first {percent} % of it.</source>
        <translation>Nur die ersten {percent} % davon.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Pasted picture {number}.png</source>
        <translation>Eingefügtes Bild {number}.png</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Pasted text {number}.txt</source>
        <translation>Eingefügter Text {number}.txt</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Send files along</source>
        <translation>Dateien mitschicken</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>{count} tokens, {free} left for the reply</source>
        <translation>{count} Token, {free} bleiben für die Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>{name} (beginning)</source>
        <translation>{name} (Anfang)</translation>
    </message>
</context>
<context>
    <name>AttentionPresenter</name>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>A tool waits for your answer</source>
        <translation>Ein Werkzeug wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>The answer is finished.</source>
        <translation>Die Antwort ist fertig.</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>The reply broke off</source>
        <translation>Die Antwort brach ab</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>The reply broke off.</source>
        <translation>Die Antwort brach ab.</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>%n replies are being written or wait: they are stopped first, and what is written of them is in the backup that is made of what is here now.</source>
        <translation>
            <numerusform>%n Antwort wird geschrieben oder wartet: Sie wird erst gestoppt, und was von ihr geschrieben ist, steht in der Sicherung, die vom jetzigen Stand angelegt wird.</numerusform>
            <numerusform>%n Antworten werden geschrieben oder warten: Sie werden erst gestoppt, und was von ihnen geschrieben ist, steht in der Sicherung, die vom jetzigen Stand angelegt wird.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>All conversations are put back as they were then. What is here now is kept as a backup first.</source>
        <translation>Alle Unterhaltungen werden auf den damaligen Stand gebracht. Der jetzige Stand wird zuvor gesichert.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Backups, the newest first</source>
        <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Restore from a backup</source>
        <translation>Aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Stop and restore</source>
        <translation>Stoppen und wiederherstellen</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>There is no backup yet. Aside makes one each day.</source>
        <translation>Es gibt noch keine Sicherung. Aside macht jeden Tag eine.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>before a restore</source>
        <translation>vor einer Wiederherstellung</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>before an update of Aside</source>
        <translation>vor einer Aktualisierung von Aside</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>daily</source>
        <translation>täglich</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>made by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>set aside, because it could not be opened</source>
        <translation>beiseitegelegt, weil sie nicht geöffnet werden konnte</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>what was still open when the file was gone</source>
        <translation>was noch geöffnet war, als die Datei fort war</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>{when} · {size} · {kind}</source>
        <translation>{when} · {size} · {kind}</translation>
    </message>
</context>
<context>
    <name>Branching</name>
    <message>
        <location filename="ui/chat/transcript/branching.py"/>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/branching.py"/>
        <source>Branching off “{title}”…</source>
        <translation>Zweige „{title}“ ab…</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/branching.py"/>
        <source>Stopped; no branch was made.</source>
        <translation>Gestoppt; es entstand kein Zweig.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/branching.py"/>
        <source>“{title}” is in the list.</source>
        <translation>„{title}“ steht in der Liste.</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>A word to the model</source>
        <translation>Ein Wort an das Modell</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>A word to the model, if you like · Enter denies, Esc goes back</source>
        <translation>Ein Wort an das Modell, wenn Sie mögen · Enter lehnt ab, Esc geht zurück</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Allow once</source>
        <translation>Einmal erlauben</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Call of {tool}, {state}</source>
        <translation>Aufruf von {tool}, {state}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Change what the tool is given, before it goes</source>
        <translation>Ändern, was das Werkzeug bekommt, bevor es losgeht</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Deny…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Do not let it go, with a word to the model</source>
        <translation>Nicht zulassen, mit einem Wort an das Modell</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Everywhere, with arguments of these kinds</source>
        <translation>Überall, mit Argumenten dieser Art</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Give it up; the model is told, and goes on</source>
        <translation>Aufgeben; das Modell erfährt es und macht weiter</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Goes to a program on this computer: {program}</source>
        <translation>Geht an ein Programm auf diesem Computer: {program}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Goes to {address}</source>
        <translation>Geht an {address}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>In this conversation, with arguments of these kinds</source>
        <translation>In dieser Unterhaltung, mit Argumenten dieser Art</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Let no call of this tool go</source>
        <translation>Keinen Aufruf dieses Werkzeugs zulassen</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Let this call go</source>
        <translation>Diesen Aufruf zulassen</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Let this call go, and all that are like it</source>
        <translation>Diesen Aufruf zulassen, und alle, die ihm gleichen</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Never anywhere</source>
        <translation>Nirgends, nie</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Never in this conversation</source>
        <translation>Nie in dieser Unterhaltung</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Stays in Aside</source>
        <translation>Bleibt in Aside</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Stop this call</source>
        <translation>Diesen Aufruf anhalten</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>The model is told, and goes on without it</source>
        <translation>Das Modell erfährt es und macht ohne ihn weiter</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>runs · {time}</source>
        <translation>läuft · {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>waits for you</source>
        <translation>wartet auf Sie</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Edit the thought…</source>
        <translation>Gedanken bearbeiten…</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Give up the calls, and let the model answer without tools</source>
        <translation>Die Aufrufe aufgeben und das Modell ohne Werkzeuge antworten lassen</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Stop here, change the thought that led to this call, and let the model go on from there</source>
        <translation>Hier anhalten, den Gedanken ändern, der zu diesem Aufruf führte, und das Modell von dort weitermachen lassen</translation>
    </message>
</context>
<context>
    <name>CallSource</name>
    <message>
        <location filename="ui/chat/calls/call_source.py"/>
        <source>the Internet</source>
        <translation>das Internet</translation>
    </message>
</context>
<context>
    <name>CallsPresenter</name>
    <message>
        <location filename="ui/chat/thinking/calls_presenter.py"/>
        <source>A call of {tool} waits for your answer.</source>
        <translation>Ein Aufruf von {tool} wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/calls_presenter.py"/>
        <source>In “{title}” a call of {tool} waits for your answer.</source>
        <translation>In „{title}“ wartet ein Aufruf von {tool} auf Ihre Antwort.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/calls_presenter.py"/>
        <source>The tool server {name} asks you something.</source>
        <translation>Der Werkzeugserver {name} fragt Sie etwas.</translation>
    </message>
</context>
<context>
    <name>CardAction</name>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Answer anew with another model, or another level of thinking</source>
        <translation>Mit einem anderen Modell oder einer anderen Denkstufe neu antworten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Answer the question anew; this version is kept</source>
        <translation>Die Frage neu beantworten; diese Version bleibt erhalten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Ask several models…</source>
        <translation>Mehrere Modelle fragen …</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Ask up to four models the same question, and compare their answers</source>
        <translation>Bis zu vier Modellen dieselbe Frage stellen und ihre Antworten vergleichen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Begin a new conversation with everything up to here</source>
        <translation>Neue Unterhaltung mit allem bis hierher beginnen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Branch</source>
        <translation>Verzweigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Compare versions</source>
        <translation>Versionen vergleichen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy as plain text</source>
        <translation>Als reinen Text kopieren</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy the text without marks</source>
        <translation>Den Text ohne Auszeichnungen kopieren</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Go on exactly where this reply stopped</source>
        <translation>Genau dort weitermachen, wo diese Antwort abbrach</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Go to the first line of this message</source>
        <translation>Zur ersten Zeile dieser Nachricht</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Put two versions side by side</source>
        <translation>Zwei Versionen nebeneinander stellen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Read from its beginning</source>
        <translation>Vom Anfang gelesen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Regenerate</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Regenerate with…</source>
        <translation>Neu erzeugen mit …</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the exact prompt of this reply, and who put what into it</source>
        <translation>Den genauen Prompt dieser Antwort zeigen, und wer was hineingeschrieben hat</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the thought</source>
        <translation>Den Gedanken zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the version after</source>
        <translation>Die nächste Version zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the version before</source>
        <translation>Die vorige Version zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>What the model got</source>
        <translation>Was das Modell bekam</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Write another version; this one is kept</source>
        <translation>Eine andere Version schreiben; diese bleibt erhalten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>{text} ({key})</source>
        <translation>{text} ({key})</translation>
    </message>
</context>
<context>
    <name>ChatPresenter</name>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>Ask a follow-up</source>
        <translation>Weiterfragen</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>Ask something</source>
        <translation>Etwas fragen</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>{name} cannot be loaded. Choose another model.</source>
        <translation>{name} kann nicht geladen werden. Ein anderes Modell wählen.</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>{name} is ready for a question.</source>
        <translation>{name} ist bereit für eine Frage.</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>{name} is ready to go on with a text.</source>
        <translation>{name} ist bereit, einen Text fortzusetzen.</translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Cannot be drawn: broken, or too large</source>
        <translation>Kann nicht gezeichnet werden: fehlerhaft oder zu groß</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Copy this code</source>
        <translation>Diesen Code kopieren</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Drawn without: {names}</source>
        <translation>Gezeichnet ohne: {names}</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Save this code as a file</source>
        <translation>Diesen Code als Datei speichern</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show all lines</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show each line in one piece</source>
        <translation>Jede Zeile in einem Stück zeigen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show the first lines only</source>
        <translation>Nur die ersten Zeilen zeigen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Unwrap</source>
        <translation>Nicht umbrechen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Wrap long lines of this code</source>
        <translation>Lange Zeilen dieses Codes umbrechen</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>{language}, source of a diagram</source>
        <translation>{language}, Quelltext eines Diagramms</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>{name} ({language})</source>
        <translation>{name} ({language})</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>{name} cannot be written. Choose another folder, or check that its disk has room.</source>
        <translation>{name} kann nicht geschrieben werden. Einen anderen Ordner wählen oder prüfen, ob auf seinem Datenträger Platz ist.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>Nichts heißt so. Weniger Buchstaben versuchen.</translation>
    </message>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Type a few letters; ↑ and ↓ choose, Enter does it, Esc closes</source>
        <translation>Ein paar Buchstaben tippen; ↑ und ↓ wählen, Eingabe führt aus, Esc schließt</translation>
    </message>
</context>
<context>
    <name>CommandsPresenter</name>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Found actions, settings, models and conversations</source>
        <translation>Gefundene Aktionen, Einstellungen, Modelle und Unterhaltungen</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Found questions</source>
        <translation>Gefundene Fragen</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>List all shortcuts</source>
        <translation>Alle Tastenkürzel auflisten</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Questions of this conversation</source>
        <translation>Fragen dieser Unterhaltung</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Search actions, settings, models and conversations</source>
        <translation>Aktionen, Einstellungen, Modelle und Unterhaltungen suchen</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Search the questions</source>
        <translation>Die Fragen durchsuchen</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Settings · {page}</source>
        <translation>Einstellungen · {page}</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>What would you like to do, open or find?</source>
        <translation>Was möchten Sie tun, öffnen oder finden?</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Which question would you like to go to?</source>
        <translation>Zu welcher Frage möchten Sie gehen?</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>keyboard keys help accessibility screen reader</source>
        <translation>Tastatur Tasten Hilfe Barrierefreiheit Bildschirmleser</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>model</source>
        <translation>modell</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Close this window (Esc)</source>
        <translation>Fenster schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Compare versions</source>
        <translation>Versionen vergleichen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>From the marked step on, one thinks of what the other does not.</source>
        <translation>Ab dem markierten Schritt denkt die eine an etwas, woran die andere nicht denkt.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Lay the thoughts side by side, step by step</source>
        <translation>Gedanken schrittweise nebeneinander</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Mark the words that differ</source>
        <translation>Abweichende Wörter hervorheben</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Only one of them has a thought.</source>
        <translation>Nur eine der beiden hat einen Gedanken.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Shows the text as it was written, and what only this version has</source>
        <translation>Zeigt den Text, wie er geschrieben wurde, und was nur diese Version hat</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Steps about the same stand beside each other; where both part is marked</source>
        <translation>Ähnliche Schritte stehen nebeneinander; wo beide auseinandergehen, ist markiert</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>The thoughts do not part.</source>
        <translation>Die Gedanken gehen nicht auseinander.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>They first come to different things in step {left} at the left and step {right} at the right.</source>
        <translation>Zuerst kommen sie zu Verschiedenem in Schritt {left} links und Schritt {right} rechts.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Version at the left</source>
        <translation>Version links</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Version at the right</source>
        <translation>Version rechts</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Version {number} of {count}</source>
        <translation>Version {number} von {count}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Ask something</source>
        <translation>Etwas fragen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Let the model go on with the text</source>
        <translation>Das Modell den Text fortsetzen lassen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Let the model go on with the text (Enter)</source>
        <translation>Das Modell den Text fortsetzen lassen (Eingabe)</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send files along</source>
        <translation>Dateien mitschicken</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send files along: text, code, Markdown, CSV, JSON, PDF, pictures (Ctrl+U)</source>
        <translation>Dateien mitsenden: Text, Code, Markdown, CSV, JSON, PDF, Bilder (Strg+U)</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send the question</source>
        <translation>Die Frage senden</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send the question (Enter)</source>
        <translation>Die Frage senden (Eingabe)</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Shift+Enter for a new line</source>
        <translation>Umschalt+Eingabe für eine neue Zeile</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Stop  Esc</source>
        <translation>Stopp  Esc</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Stop the reply</source>
        <translation>Antwort stoppen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Stop the reply (Esc)</source>
        <translation>Antwort stoppen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Tokens that this question takes, with its files</source>
        <translation>Token, die diese Frage mit ihren Dateien braucht</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Write a text that the model goes on with</source>
        <translation>Einen Text schreiben, den das Modell fortsetzt</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Your question</source>
        <translation>Ihre Frage</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Your text</source>
        <translation>Ihr Text</translation>
    </message>
</context>
<context>
    <name>ConfidenceStrip</name>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>How unsure the model was · forks in the road: {count}</source>
        <translation>Wie unsicher das Modell war · Weggabelungen: {count}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>How unsure the model was, from beginning to end; ticks: it turned; gaps: nobody knows
Forks in the road: {count} (← →)</source>
        <translation>Wie unsicher das Modell war, von Anfang bis Ende; Striche: es schwenkte um; Lücken: nicht bekannt
Weggabelungen: {count} (← →)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>It is not known how sure the model was of this reply. “Keep how sure the model was of each word” in the settings keeps it from now on, where the model tells it.</source>
        <translation>Wie sicher sich das Modell bei dieser Antwort war, ist nicht bekannt. „Merken, wie sicher sich das Modell bei jedem Wort war“ in den Einstellungen merkt es von jetzt an, wo das Modell es sagt.</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>Open the setting</source>
        <translation>Einstellung öffnen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>Show the setting that keeps how sure models are</source>
        <translation>Die Einstellung zeigen, die merkt, wie sicher sich Modelle sind</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>The model was torn about no word here.</source>
        <translation>Das Modell schwankte hier bei keinem Wort.</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>Give the model the whole conversation again</source>
        <translation>Dem Modell wieder die ganze Unterhaltung geben</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>Loads the model again with room for more; it fits this computer</source>
        <translation>Lädt das Modell neu mit Platz für mehr; das passt auf diesen Computer</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>The model is not given the files of earlier questions any more</source>
        <translation>Das Modell bekommt die Dateien früherer Fragen nicht mehr</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>The model sums up this conversation, and a new one begins with that</source>
        <translation>Das Modell fasst diese Unterhaltung zusammen, und eine neue beginnt damit</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>They stay readable here; the model is not given them any more</source>
        <translation>Sie bleiben hier lesbar; das Modell bekommt sie nicht mehr</translation>
    </message>
</context>
<context>
    <name>ContextGauge</name>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Context, in tokens</source>
        <translation>Kontext, in Token</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Load with {count}</source>
        <translation>Mit {count} laden</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>More than fits</source>
        <translation>Mehr als passt</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>{used} of {context}</source>
        <translation>{used} von {context}</translation>
    </message>
</context>
<context>
    <name>ContextPopup</name>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Load the model again, with room for more; it keeps that</source>
        <translation>Das Modell neu laden, mit mehr Platz; das bleibt so</translation>
    </message>
</context>
<context>
    <name>ContextPresenter</name>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>%n turns</source>
        <translation>
            <numerusform>%n Runde</numerusform>
            <numerusform>%n Runden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>1 turn</source>
        <translation>1 Runde</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Choose what to do; nothing is cut by itself.</source>
        <translation>Wählen Sie, was geschehen soll; von selbst wird nichts gekürzt.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Larger context: {count} tokens</source>
        <translation>Größerer Kontext: {count} Token</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the %n oldest turns</source>
        <translation>
            <numerusform>Die älteste Runde weglassen (%n)</numerusform>
            <numerusform>%n älteste Runden weglassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the files of %n questions</source>
        <translation>
            <numerusform>Dateien von %n Frage weglassen</numerusform>
            <numerusform>Dateien von %n Fragen weglassen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the files of 1 question</source>
        <translation>Dateien von 1 Frage weglassen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the oldest turn</source>
        <translation>Älteste Runde weglassen</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Left out of the prompt: {what}.</source>
        <translation>Nicht im Prompt: {what}.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>New conversation with a summary</source>
        <translation>Neue Unterhaltung mit Zusammenfassung</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Send everything</source>
        <translation>Alles senden</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>The next prompt needs about {needed} tokens with room for a reply; the context holds {context}.</source>
        <translation>Der nächste Prompt braucht etwa {needed} Token mit Platz für eine Antwort; der Kontext fasst {context}.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>The next prompt needs {needed} tokens with room for a reply; the context holds {context}.</source>
        <translation>Der nächste Prompt braucht {needed} Token mit Platz für eine Antwort; der Kontext fasst {context}.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>The question alone takes {count} of them: shorten it, or send fewer files.</source>
        <translation>Die Frage allein braucht {count} davon: kürzen oder weniger Dateien schicken.</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>the files of %n questions</source>
        <translation>
            <numerusform>die Dateien von %n Frage</numerusform>
            <numerusform>die Dateien von %n Fragen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>the files of 1 question</source>
        <translation>die Dateien von 1 Frage</translation>
    </message>
</context>
<context>
    <name>ContinuationNote</name>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Go back to it</source>
        <translation>Dorthin zurückgehen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Goes on from a conversation that is no longer here</source>
        <translation>Setzt eine Unterhaltung fort, die nicht mehr da ist</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Goes on from “{title}”</source>
        <translation>Setzt „{title}“ fort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Hide the summary</source>
        <translation>Zusammenfassung verbergen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Show the summary</source>
        <translation>Zusammenfassung zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Show “{title}”</source>
        <translation>„{title}“ zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Summary of the conversation before this one</source>
        <translation>Zusammenfassung der Unterhaltung vor dieser</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>The model is given this summary instead of the messages there:</source>
        <translation>Das Modell bekommt diese Zusammenfassung statt der Nachrichten dort:</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <location filename="ui/chat/conversations/conversation_list.py"/>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_list.py"/>
        <source>Delete folder, keep conversations</source>
        <translation>Ordner löschen, Unterhaltungen behalten</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_list.py"/>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Forget everything of these conversations…</source>
        <translation>Alles zu diesen Unterhaltungen vergessen…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Forget everything of this conversation…</source>
        <translation>Alles zu dieser Unterhaltung vergessen…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>%n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung</numerusform>
            <numerusform>%n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Previous 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{name}, folder with {held}, closed</source>
        <translation>{name}, Ordner mit {held}, geschlossen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{name}, folder with {held}, open</source>
        <translation>{name}, Ordner mit {held}, offen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, pinned</source>
        <translation>{title}, angeheftet</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, shown</source>
        <translation>{title}, geöffnet</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, waits for your answer</source>
        <translation>{title}, wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, writing</source>
        <translation>{title}, schreibt</translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Back to the usual</source>
        <translation>Zurück zum Üblichen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Back to “{preset}”</source>
        <translation>Zurück zu „{preset}“</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Choose a preset; it decides what stands below</source>
        <translation>Eine Vorgabe wählen; sie bestimmt, was darunter steht</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Choose how often the next question is thought about</source>
        <translation>Wählen, wie oft über die nächste Frage nachgedacht wird</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Choose the tools of this conversation</source>
        <translation>Werkzeuge dieser Unterhaltung wählen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Close; what was changed is kept (Esc)</source>
        <translation>Schließen; Geändertes bleibt erhalten (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Differs from the usual: {what}</source>
        <translation>Anders als üblich: {what}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Differs from “{preset}”: {what}</source>
        <translation>Anders als „{preset}“: {what}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Holds in this conversation, from the next question on.</source>
        <translation>Gilt in dieser Unterhaltung ab der nächsten Frage.</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>How much the model may think, where it can choose</source>
        <translation>Wie viel das Modell nachdenken darf, wo es wählen kann</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>How this conversation is answered</source>
        <translation>Wie diese Unterhaltung beantwortet wird</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Known when the model is loaded</source>
        <translation>Bekannt, sobald das Modell geladen ist</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Take back what was changed in this conversation</source>
        <translation>Zurücknehmen, was in dieser Unterhaltung geändert wurde</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>The model that answers next</source>
        <translation>Das Modell, das als Nächstes antwortet</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>This model answers directly</source>
        <translation>Dieses Modell antwortet direkt</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>ConversationsPresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>%n are out of the archive</source>
        <translation>
            <numerusform>%n ist nicht mehr im Archiv</numerusform>
            <numerusform>%n sind nicht mehr im Archiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Archived %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung archiviert</numerusform>
            <numerusform>%n Unterhaltungen archiviert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Archived “{title}”</source>
        <translation>„{title}“ archiviert</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Deleted %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung gelöscht</numerusform>
            <numerusform>%n Unterhaltungen gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Deleted the folder “{name}”</source>
        <translation>Ordner „{name}“ gelöscht</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Deleted “{title}”</source>
        <translation>„{title}“ gelöscht</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Moved %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung verschoben</numerusform>
            <numerusform>%n Unterhaltungen verschoben</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Moved “{title}”</source>
        <translation>„{title}“ verschoben</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Pinned %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung angeheftet</numerusform>
            <numerusform>%n Unterhaltungen angeheftet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Pinned “{title}”</source>
        <translation>„{title}“ angeheftet</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Unpinned %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung gelöst</numerusform>
            <numerusform>%n Unterhaltungen gelöst</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Unpinned “{title}”</source>
        <translation>„{title}“ gelöst</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>“{title}” is out of the archive</source>
        <translation>„{title}“ ist nicht mehr im Archiv</translation>
    </message>
</context>
<context>
    <name>CorrectionsForm</name>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>A reply's beginning is given</source>
        <translation>Der Anfang einer Antwort wird gegeben</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>A thought is bounded by</source>
        <translation>Ein Gedanke wird begrenzt durch</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>It is sent again</source>
        <translation>Wieder gesendet werden</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Thinking is switched by</source>
        <translation>Das Denken wird geschaltet durch</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Thoughts come</source>
        <translation>Gedanken kommen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>as found</source>
        <translation>wie gefunden</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Close this message (Esc)</source>
        <translation>Meldung schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Copy the report</source>
        <translation>Den Bericht kopieren</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Copy the report to the clipboard</source>
        <translation>Den Bericht in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Something went wrong in Aside</source>
        <translation>In Aside ist etwas schiefgegangen</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>This is a mistake in the program, not yours. What was written is saved. You can go on; if it happens again, please report it with the text below. It contains no conversation.</source>
        <translation>Das ist ein Fehler im Programm, nicht Ihrer. Geschriebenes ist gespeichert. Sie können weitermachen; tritt er wieder auf, melden Sie ihn bitte mit dem Text unten. Er enthält keine Unterhaltung.</translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <location filename="ui/widgets/dialog_buttons.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/widgets/dialog_buttons.py"/>
        <source>Close without a change (Esc)</source>
        <translation>Ohne Änderung schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>DiscoverPresenter</name>
    <message numerus="yes">
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>%Ln models on {host}</source>
        <translation>
            <numerusform>%Ln Modell auf {host}</numerusform>
            <numerusform>%Ln Modelle auf {host}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>%Ln models on {host}, and more</source>
        <translation>
            <numerusform>%Ln Modell auf {host} und weitere</numerusform>
            <numerusform>%Ln Modelle auf {host} und weitere</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Asking again by itself in {wait}. Close this to stop waiting.</source>
        <translation>Fragt in {wait} von selbst noch einmal. Zum Abbrechen schließen.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Asking {host} …</source>
        <translation>Frage {host} …</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>None of the recommended models is of this kind. Search, or change a filter.</source>
        <translation>Keines der empfohlenen Modelle ist von dieser Art. Suchen oder einen Filter ändern.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Nothing was found. Try fewer words, or change a filter.</source>
        <translation>Nichts wurde gefunden. Weniger Wörter versuchen oder einen Filter ändern.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Recommended by Aside. Shown without a connection; opening one asks the Hub.</source>
        <translation>Von Aside empfohlen. Ohne Verbindung gezeigt; Öffnen fragt den Hub.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
</context>
<context>
    <name>DiscoverView</name>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>15 to 40 B</source>
        <translation>15 bis 40 B</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>2 to 6 B</source>
        <translation>2 bis 6 B</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>40 B and more</source>
        <translation>40 B und mehr</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>6 to 15 B</source>
        <translation>6 bis 15 B</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Any licence</source>
        <translation>Jede Lizenz</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Any size</source>
        <translation>Jede Größe</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Ask the Hub for its most downloaded models</source>
        <translation>Den Hub nach den meistgeladenen Modellen fragen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Ask the Hub for the next page</source>
        <translation>Die nächste Seite vom Hub holen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Browse the Hub</source>
        <translation>Den Hub durchsehen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Fits this computer</source>
        <translation>Passt auf diesen Computer</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Models found</source>
        <translation>Gefundene Modelle</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Most downloaded</source>
        <translation>Meistgeladen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Most liked</source>
        <translation>Beliebteste</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Nothing is sent before you type here</source>
        <translation>Nichts wird gesendet, bevor hier etwas geschrieben wird</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Only models that reason before they answer</source>
        <translation>Nur Modelle, die vor der Antwort nachdenken</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Only models that this computer can run</source>
        <translation>Nur Modelle, die dieser Computer ausführen kann</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Search the Hub</source>
        <translation>Den Hub durchsuchen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Search the Hugging Face Hub, or paste a model's address</source>
        <translation>Den Hugging Face Hub durchsuchen oder die Adresse eines Modells einfügen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Size in parameters</source>
        <translation>Größe in Parametern</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Thinks</source>
        <translation>Denkt</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Trending</source>
        <translation>Im Trend</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Up to 2 B</source>
        <translation>Bis 2 B</translation>
    </message>
</context>
<context>
    <name>DocumentMenu</name>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy table as CSV</source>
        <translation>Tabelle als CSV kopieren</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy table for a spreadsheet</source>
        <translation>Tabelle für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>A picture that is not fetched: {address}</source>
        <translation>Ein Bild, das nicht geladen wird: {address}</translation>
    </message>
    <message>
        <location filename="ui/documents/document_view.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="ui/documents/document_view.py"/>
        <source>Link: {text}</source>
        <translation>Link: {text}</translation>
    </message>
</context>
<context>
    <name>DownloadBar</name>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Go on where it stopped</source>
        <translation>Dort weitermachen, wo sie abbrach</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>It stays in the list of downloads</source>
        <translation>Er bleibt in der Liste der Downloads</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Load this model and go to the chat</source>
        <translation>Dieses Modell laden und zum Chat gehen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Show the downloads</source>
        <translation>Die Downloads zeigen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Stop for now; what arrived is kept</source>
        <translation>Vorerst anhalten; was da ist, bleibt</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Take it out of the list of downloads</source>
        <translation>Aus der Liste der Downloads nehmen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Use now</source>
        <translation>Jetzt benutzen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>{status} · {count} more</source>
        <translation>{status} · {count} weitere</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Delete what has arrived</source>
        <translation>Bereits Geladenes löschen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Download it after the one below</source>
        <translation>Nach dem darunter herunterladen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Download it before the one above</source>
        <translation>Vor dem darüber herunterladen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Give this download up</source>
        <translation>Diesen Download aufgeben</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Go on as before</source>
        <translation>Weiter wie bisher</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Go on where it stopped</source>
        <translation>Dort weitermachen, wo sie abbrach</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Load this model and go to the chat</source>
        <translation>Dieses Modell laden und zum Chat gehen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Stop for now; what has arrived is kept</source>
        <translation>Vorerst anhalten; was schon da ist, bleibt</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Use now</source>
        <translation>Jetzt benutzen</translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <location filename="ui/models/downloads/downloads_view.py"/>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/downloads_view.py"/>
        <source>Nothing is being downloaded. What you download under Discover appears here.</source>
        <translation>Nichts wird heruntergeladen. Was unter Entdecken geladen wird, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>EndButton</name>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>Go to the end (End)</source>
        <translation>Zum Ende gehen (Ende)</translation>
    </message>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>Go to the end of the thought (End)</source>
        <translation>Zum Ende des Gedankens gehen (Ende)</translation>
    </message>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>New text below: go to the end (End)</source>
        <translation>Unten ist neuer Text: zum Ende gehen (Ende)</translation>
    </message>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>The thought goes on below: go to its end (End)</source>
        <translation>Unten geht der Gedanke weiter: zum Ende gehen (Ende)</translation>
    </message>
</context>
<context>
    <name>ExchangePresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln Unterhaltung</numerusform>
            <numerusform>%Ln Unterhaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln damaged lines were left out</source>
        <translation>
            <numerusform>%Ln beschädigte Zeile wurde ausgelassen</numerusform>
            <numerusform>%Ln beschädigte Zeilen wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln files were left out</source>
        <translation>
            <numerusform>%Ln Datei wurde ausgelassen</numerusform>
            <numerusform>%Ln Dateien wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln parts of other kinds were left out</source>
        <translation>
            <numerusform>%Ln Teil anderer Art wurde ausgelassen</numerusform>
            <numerusform>%Ln Teile anderer Art wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln pictures were left out</source>
        <translation>
            <numerusform>%Ln Bild wurde ausgelassen</numerusform>
            <numerusform>%Ln Bilder wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln recordings were left out</source>
        <translation>
            <numerusform>%Ln Aufnahme wurde ausgelassen</numerusform>
            <numerusform>%Ln Aufnahmen wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln sources without an address were left out</source>
        <translation>
            <numerusform>%Ln Quelle ohne Adresse wurde ausgelassen</numerusform>
            <numerusform>%Ln Quellen ohne Adresse wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln without a message were left out</source>
        <translation>
            <numerusform>%Ln ohne Nachricht wurde weggelassen</numerusform>
            <numerusform>%Ln ohne Nachricht wurden weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Backing up…</source>
        <translation>Sichere…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Exported to {name}</source>
        <translation>Nach {name} exportiert</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Exporting to {name}…</source>
        <translation>Exportiere nach {name}…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Imported {conversations} with {messages}</source>
        <translation>{conversations} mit {messages} importiert</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Importing {name}…</source>
        <translation>Importiere {name}…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Nothing was imported: there is no message in the file.</source>
        <translation>Nichts importiert: in der Datei ist keine Nachricht.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Printing was stopped.</source>
        <translation>Das Drucken wurde angehalten.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Printing “{title}”…</source>
        <translation>Drucke „{title}“…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; no backup was made.</source>
        <translation>Gestoppt; es wurde keine Sicherung angelegt.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; nothing of {name} was imported.</source>
        <translation>Gestoppt; aus {name} wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; {name} was not written.</source>
        <translation>Gestoppt; {name} wurde nicht geschrieben.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>The conversations are backed up.</source>
        <translation>Die Unterhaltungen sind gesichert.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>The printer could not be used; choose another one, or print to a file.</source>
        <translation>Der Drucker war nicht zu benutzen; einen anderen wählen oder in eine Datei drucken.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>{title} (thought)</source>
        <translation>{title} (Gedanke)</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>“{title}” has been handed to the printer.</source>
        <translation>„{title}“ ist an den Drucker übergeben.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Everything, with all versions; Aside can import it again.</source>
        <translation>Alles, mit allen Versionen; Aside kann es wieder importieren.</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Export %n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung exportieren</numerusform>
            <numerusform>%n Unterhaltungen exportieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Export conversation</source>
        <translation>Unterhaltung exportieren</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>JSON Lines with messages and reasoning_content.</source>
        <translation>JSON Lines mit messages und reasoning_content.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>The branch shown, to read and to edit anywhere.</source>
        <translation>Der gezeigte Zweig, überall zu lesen und zu bearbeiten.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>The branch shown, to read in a browser, offline.</source>
        <translation>Der gezeigte Zweig, im Browser zu lesen, offline.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Thinking traces</source>
        <translation>Gedankengänge</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Thoughts are written as folded sections</source>
        <translation>Gedanken werden als eingeklappte Abschnitte geschrieben</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>With the thoughts</source>
        <translation>Mit den Gedanken</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Exports of conversations (*.json *.jsonl *.zip)</source>
        <translation>Exporte von Unterhaltungen (*.json *.jsonl *.zip)</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Import conversations</source>
        <translation>Unterhaltungen importieren</translation>
    </message>
</context>
<context>
    <name>FileTextDialog</name>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Put the text into the question</source>
        <translation>Den Text in die Frage setzen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Text of {name}</source>
        <translation>Text von {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Write this text into the field instead of sending a file</source>
        <translation>Diesen Text ins Feld schreiben, statt eine Datei zu schicken</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>{size} · %Ln characters, as the model reads it</source>
        <translation>
            <numerusform>{size} · %Ln Zeichen, wie das Modell es liest</numerusform>
            <numerusform>{size} · %Ln Zeichen, wie das Modell es liest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>{size} · %Ln characters; the first part is shown here</source>
        <translation>
            <numerusform>{size} · %Ln Zeichen; hier steht der erste Teil</numerusform>
            <numerusform>{size} · %Ln Zeichen; hier steht der erste Teil</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Close the bar (Esc)</source>
        <translation>Leiste schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Enter goes to the next hit, Shift+Enter to the previous one</source>
        <translation>Eingabe geht zum nächsten Treffer, Umschalt+Eingabe zum vorigen</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>{total} found</source>
        <translation>{total} gefunden</translation>
    </message>
</context>
<context>
    <name>FirstModelCard</name>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Best for this computer</source>
        <translation>Am besten für diesen Computer</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Choose one</source>
        <translation>Eines wählen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Open the list of models</source>
        <translation>Die Liste der Modelle öffnen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Other models</source>
        <translation>Andere Modelle</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>See all that Aside recommends</source>
        <translation>Alle sehen, die Aside empfiehlt</translation>
    </message>
</context>
<context>
    <name>FirstModelPresenter</name>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Asking {host} …</source>
        <translation>Frage {host} …</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Download {name}, {size}</source>
        <translation>{name} herunterladen, {size}</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Load this model</source>
        <translation>Dieses Modell laden</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Looking at this computer …</source>
        <translation>Dieser Computer wird angesehen …</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Meanwhile the starter answers: try one of its examples.</source>
        <translation>Inzwischen antwortet der Starter: Probieren Sie eines seiner Beispiele.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Use now</source>
        <translation>Jetzt benutzen</translation>
    </message>
</context>
<context>
    <name>FoldersEditor</name>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Add a folder with models</source>
        <translation>Ordner mit Modellen hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Look through this folder no more; nothing in it is deleted</source>
        <translation>Diesen Ordner nicht mehr durchsehen; darin wird nichts gelöscht</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Take {folder} out of the list</source>
        <translation>{folder} aus der Liste nehmen</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>{setting}: add a folder</source>
        <translation>{setting}: Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>%n conversations</source>
        <translation>
            <numerusform>%n Unterhaltung</numerusform>
            <numerusform>%n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>%n copies still hold it:</source>
        <translation>
            <numerusform>Noch in %n Kopie enthalten:</numerusform>
            <numerusform>Noch in %n Kopien enthalten:</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Looking into the backups…</source>
        <translation>Die Sicherungen werden durchgesehen…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>No backup holds it.</source>
        <translation>In keiner Sicherung enthalten.</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Take it out of these, too; all else in them stays</source>
        <translation>Auch daraus entfernen; alles andere darin bleibt</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>The copies are written anew without it</source>
        <translation>Die Kopien werden ohne sie neu geschrieben</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>This goes now, and cannot be brought back:</source>
        <translation>Das verschwindet jetzt und lässt sich nicht zurückholen:</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>What was exported, printed or copied elsewhere stays, and so do conversations that were branched off or begun with a summary.</source>
        <translation>Was exportiert, gedruckt oder anderswohin kopiert wurde, bleibt; ebenso Unterhaltungen, die abgezweigt oder mit einer Zusammenfassung begonnen wurden.</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>all questions, answers and thoughts, in all versions, and what was typed and not sent</source>
        <translation>alle Fragen, Antworten und Gedanken in allen Versionen, und was getippt und nicht gesendet wurde</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>its files and pictures</source>
        <translation>die Dateien und Bilder darin</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>its words in the search</source>
        <translation>die Wörter daraus in der Suche</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>what models keep of it, in memory and on the disk</source>
        <translation>was Modelle davon behalten, im Speicher und auf der Platte</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · cannot be read: it may hold it</source>
        <translation>{copy} · nicht lesbar: vielleicht steht sie darin</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · until about {day}</source>
        <translation>{copy} · bis etwa {day}</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · until it is deleted</source>
        <translation>{copy} · bis sie gelöscht wird</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · until it is deleted, or seven newer ones are made</source>
        <translation>{copy} · bis sie gelöscht wird oder sieben neuere da sind</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>“{title}”</source>
        <translation>„{title}“</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forgetting.py"/>
        <source>%n conversations are deleted for good.</source>
        <translation>
            <numerusform>%n Unterhaltung ist endgültig gelöscht.</numerusform>
            <numerusform>%n Unterhaltungen sind endgültig gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forgetting.py"/>
        <source>Deleting for good…</source>
        <translation>Wird endgültig gelöscht…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forgetting.py"/>
        <source>Stopped; what is left goes when Aside starts the next time.</source>
        <translation>Angehalten; was noch da ist, verschwindet beim nächsten Start von Aside.</translation>
    </message>
</context>
<context>
    <name>ForkDialog</name>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>As in this conversation</source>
        <translation>Wie in dieser Unterhaltung</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Go on so (Enter)</source>
        <translation>So weitermachen (Eingabe)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>How many more tokens each may think</source>
        <translation>Wie viele Token jeder noch denken darf</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>How many thoughts go on from here</source>
        <translation>Wie viele Gedanken von hier an weitergehen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Leave the thought as it is (Esc)</source>
        <translation>Den Gedanken lassen, wie er ist (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Think</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Think anew from this step</source>
        <translation>Ab diesem Schritt neu denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>What comes before “{step}” stays, with its calls of tools. From there the model thinks anew, as another version.</source>
        <translation>Was vor „{step}“ steht, bleibt, auch die Aufrufe von Werkzeugen. Von dort an denkt das Modell neu, als weitere Version.</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>What comes before “{step}” stays. From there the model thinks anew, as another version. Several go side by side and vote.</source>
        <translation>Was vor „{step}“ steht, bleibt. Von dort an denkt das Modell neu, als weitere Version. Mehrere laufen nebeneinander und stimmen ab.</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>GatedBox</name>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Access token (hf_…)</source>
        <translation>Zugangstoken (hf_…)</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Ask for access on the Hub</source>
        <translation>Auf dem Hub um Zugang bitten</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Open the model's page in the browser</source>
        <translation>Die Seite des Modells im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>GroupSection</name>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Give every setting on this page its default again; this can be undone</source>
        <translation>Jede Einstellung dieser Seite auf ihren Standard zurücksetzen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Reset this page</source>
        <translation>Diese Seite zurücksetzen</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Reset {page}</source>
        <translation>{page} zurücksetzen</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <location filename="ui/chat/chat_page.py"/>
        <source>Go to a question of this conversation</source>
        <translation>Zu einer Frage dieser Unterhaltung gehen</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_page.py"/>
        <source>How this conversation is answered</source>
        <translation>Wie diese Unterhaltung beantwortet wird</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_page.py"/>
        <source>System prompt, model, thinking, how often, tools, sampling</source>
        <translation>System-Prompt, Modell, Denken, wie oft, Werkzeuge, Sampling</translation>
    </message>
</context>
<context>
    <name>HistoryTrouble</name>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Backups, the newest first</source>
        <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Go on with this one</source>
        <translation>Mit dieser weitermachen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Go on with what can be read</source>
        <translation>Mit dem weitermachen, was lesbar ist</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Leave everything as it is</source>
        <translation>Alles lassen, wie es ist</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Open the conversations again</source>
        <translation>Die Unterhaltungen noch einmal öffnen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Open the file as it is; the backups stay</source>
        <translation>Die Datei so öffnen, wie sie ist; die Sicherungen bleiben</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Put the backup in the place of the file; the file is kept beside it</source>
        <translation>Die Sicherung an die Stelle der Datei setzen; die Datei bleibt daneben erhalten</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Restore this backup</source>
        <translation>Diese Sicherung wiederherstellen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Show the technical details</source>
        <translation>Technische Details zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Start with an empty history</source>
        <translation>Mit leerem Verlauf beginnen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>The file is kept beside the new one</source>
        <translation>Die Datei bleibt neben der neuen erhalten</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Whatever can be read is written into a new file; the damaged one is kept</source>
        <translation>Was sich lesen lässt, wird in eine neue Datei geschrieben; die beschädigte bleibt erhalten</translation>
    </message>
</context>
<context>
    <name>HistoryTroublePresenter</name>
    <message numerus="yes">
        <location filename="ui/history_trouble_presenter.py"/>
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln Unterhaltung</numerusform>
            <numerusform>%Ln Unterhaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/history_trouble_presenter.py"/>
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>It lies at {path}; nothing in it was changed.</source>
        <translation>Sie liegt unter {path}; nichts darin wurde verändert.</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Opening the conversations…</source>
        <translation>Unterhaltungen werden geöffnet…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Read from the damaged file: {conversations} with {messages}.</source>
        <translation>Aus der beschädigten Datei gelesen: {conversations} mit {messages}.</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Reading what can be read…</source>
        <translation>Was lesbar ist, wird gelesen…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Restoring…</source>
        <translation>Stelle wieder her…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Saving what is still open of it…</source>
        <translation>Was davon noch offen ist, wird gesichert…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>The file that could not be opened is kept.</source>
        <translation>Die Datei, die sich nicht öffnen ließ, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>A token for {host} is kept in the keyring.</source>
        <translation>Ein Token für {host} liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>A token for {host} is kept until Aside ends.</source>
        <translation>Ein Token für {host} wird behalten, bis Aside endet.</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>Asking the Hub whose token this is …</source>
        <translation>Der Hub wird gefragt, wem dieses Token gehört …</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>No token for {host} is saved.</source>
        <translation>Für {host} ist kein Token gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>Signed in as {name}, {kept}.</source>
        <translation>Angemeldet als {name}, {kept}.</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>The token is forgotten.</source>
        <translation>Das Token ist vergessen.</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>kept in the keyring</source>
        <translation>im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>kept until Aside ends</source>
        <translation>behalten, bis Aside endet</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>{name} is set for this computer and is used.</source>
        <translation>{name} ist auf diesem Computer gesetzt und wird benutzt.</translation>
    </message>
</context>
<context>
    <name>ImagePartBox</name>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Also the part that sees images, {size}</source>
        <translation>Auch der Teil, der Bilder sieht, {size}</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Download the part that sees images for the model that is here already</source>
        <translation>Für das schon vorhandene Modell den Teil herunterladen, der Bilder sieht</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Get it</source>
        <translation>Holen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>With it, pictures can be shown to the model; without it, only text</source>
        <translation>Damit können dem Modell Bilder gezeigt werden, ohne ihn nur Text</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>About this model</source>
        <translation>Über dieses Modell</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Ask the Hub whether this file has changed there</source>
        <translation>Beim Hub nachfragen, ob sich diese Datei dort geändert hat</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Asks first, and says what becomes free</source>
        <translation>Fragt zuerst und sagt, was frei wird</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Call it differently; its file keeps its name</source>
        <translation>Anders nennen; die Datei behält ihren Namen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Choose a model to see where it is and what you can do with it.</source>
        <translation>Ein Modell wählen, um zu sehen, wo es liegt und was sich damit tun lässt.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Context, layers, system prompt and sampling of this model</source>
        <translation>Kontext, Schichten, System-Prompt und Sampling dieses Modells</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Load this model and go to the chat</source>
        <translation>Dieses Modell laden und zum Chat gehen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner im Dateimanager öffnen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Read the whole file and compare it with the published or recorded hash</source>
        <translation>Die ganze Datei lesen und mit der veröffentlichten oder vermerkten Prüfsumme vergleichen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message numerus="yes">
        <location filename="ui/models/library/library_presenter.py"/>
        <source>%Ln models · {size}</source>
        <translation>
            <numerusform>%Ln Modell · {size}</numerusform>
            <numerusform>%Ln Modelle · {size}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Add a GGUF file</source>
        <translation>GGUF-Datei hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Add a folder with models</source>
        <translation>Ordner mit Modellen hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Export the votes</source>
        <translation>Abstimmungen exportieren</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Keep downloaded models in</source>
        <translation>Heruntergeladene Modelle aufbewahren in</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Moving to {folder} …</source>
        <translation>Verschiebe nach {folder} …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Moving: {read} of {total}</source>
        <translation>Verschiebe: {read} von {total}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>No models yet. Find one under Discover, or add a file.</source>
        <translation>Noch keine Modelle. Unter Entdecken eines finden oder eine Datei hinzufügen.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Reading {name} …</source>
        <translation>Lese {name} …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Reading {name}: {read} of {total}</source>
        <translation>Lese {name}: {read} von {total}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Verifying …</source>
        <translation>Prüfe …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Verifying: {read} of {total}</source>
        <translation>Prüfe: {read} von {total}</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Add file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Cannot be reached now: {folders}. The models in it come back when its disk is connected.</source>
        <translation>Jetzt nicht erreichbar: {folders}. Die Modelle darin kommen zurück, sobald der Datenträger angeschlossen ist.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Keep downloaded models in another folder</source>
        <translation>Heruntergeladene Modelle in einem anderen Ordner aufbewahren</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Models on this computer</source>
        <translation>Modelle auf diesem Computer</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Move downloads…</source>
        <translation>Downloads verschieben…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Register a GGUF file where it lies; nothing is copied</source>
        <translation>Eine GGUF-Datei an ihrem Ort anmelden; nichts wird kopiert</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Show the models of a folder; they are never changed</source>
        <translation>Die Modelle eines Ordners zeigen; sie werden nie verändert</translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <location filename="ui/chat/transcript/link_menu.py"/>
        <source>Copy the address</source>
        <translation>Die Adresse kopieren</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/link_menu.py"/>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/link_menu.py"/>
        <source>Write in the mail program</source>
        <translation>Im Mailprogramm schreiben</translation>
    </message>
</context>
<context>
    <name>LoadedWords</name>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Cache stored as {type}</source>
        <translation>Cache als {type} gespeichert</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools</source>
        <translation>Kann Werkzeuge benutzen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees all its thoughts again</source>
        <translation>Kann Werkzeuge benutzen und sieht alle seine Gedanken wieder</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees all its thoughts again while it may use them</source>
        <translation>Kann Werkzeuge benutzen und sieht alle seine Gedanken wieder, solange es sie benutzen darf</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees its thoughts again until the answer is complete</source>
        <translation>Kann Werkzeuge benutzen und sieht seine Gedanken wieder, bis die Antwort vollständig ist</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees the thoughts that led to them again</source>
        <translation>Kann Werkzeuge benutzen und sieht die Gedanken wieder, die dazu geführt haben</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Cannot be given tools</source>
        <translation>Kann keine Werkzeuge benutzen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Cannot be given tools; sees its thoughts again</source>
        <translation>Kann keine Werkzeuge benutzen; sieht seine Gedanken wieder</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Experts of %n layers in the computer's memory</source>
        <translation>
            <numerusform>Experten von %n Schicht im Arbeitsspeicher</numerusform>
            <numerusform>Experten von %n Schichten im Arbeitsspeicher</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Gets the system prompt as part of the first question</source>
        <translation>Erhält den System-Prompt als Teil der ersten Frage</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>On the processor</source>
        <translation>Auf dem Prozessor</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>{layers} of {total} layers on {device}</source>
        <translation>{layers} von {total} Schichten auf {device}</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Enter confirms, Shift+Enter begins a new line, Escape cancels</source>
        <translation>Eingabe bestätigt, Umschalt+Eingabe beginnt eine neue Zeile, Escape bricht ab</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Leave everything as it is (Esc)</source>
        <translation>Alles lassen, wie es ist (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Shift+Enter for a new line</source>
        <translation>Umschalt+Eingabe für eine neue Zeile</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>{text} (Enter)</source>
        <translation>{text} (Enter)</translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>About this model</source>
        <translation>Über dieses Modell</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Choose a model to see what it is and whether it fits.</source>
        <translation>Ein Modell wählen, um zu sehen, was es ist und ob es passt.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Open on the Hub</source>
        <translation>Auf dem Hub öffnen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Open the model's page in the browser</source>
        <translation>Die Seite des Modells im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>ModelPanelPresenter</name>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Asking {host} …</source>
        <translation>Frage {host} …</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>The maker of this model decides who may download it. Ask on its page, then enter your token.</source>
        <translation>Der Hersteller dieses Modells entscheidet, wer es herunterladen darf. Auf seiner Seite fragen, dann das Token eingeben.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>The page does not describe this model.</source>
        <translation>Die Seite beschreibt dieses Modell nicht.</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Choose a model file on this computer</source>
        <translation>Eine Modelldatei auf diesem Computer wählen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Context, layers, system prompt and sampling of the model that is marked</source>
        <translation>Kontext, Schichten, System-Prompt und Sampling des markierten Modells</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Find more models</source>
        <translation>Mehr Modelle finden</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Free the model's memory; it loads again with the next question</source>
        <translation>Den Speicher des Modells freigeben; mit der nächsten Frage wird es wieder geladen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Give up loading this model</source>
        <translation>Das Laden dieses Modells aufgeben</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Manage</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Models that can be chosen</source>
        <translation>Modelle zur Wahl</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Open GGUF file…</source>
        <translation>GGUF-Datei öffnen…</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>See what suits this computer</source>
        <translation>Sehen, was zu diesem Computer passt</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>The models on this computer: settings, files, updates</source>
        <translation>Die Modelle auf diesem Computer: Einstellungen, Dateien, Updates</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Which model?</source>
        <translation>Welches Modell?</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>asking {server} …</source>
        <translation>frage {server} …</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>cannot be asked</source>
        <translation>kann nicht gefragt werden</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>cannot be loaded</source>
        <translation>kann nicht geladen werden</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>loading {percent} %</source>
        <translation>lädt {percent} %</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>on {server}</source>
        <translation>auf {server}</translation>
    </message>
</context>
<context>
    <name>ModelSettingsDialog</name>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>As in the settings</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>As in the settings, all of it</source>
        <translation>Alles wie in den Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>As many as fit</source>
        <translation>So viele wie passen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Leave all open</source>
        <translation>Alles offen lassen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Made for {count}</source>
        <translation>Gemacht für {count}</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>No graphics card computes here, so all layers are in memory.</source>
        <translation>Hier rechnet keine Grafikkarte, also liegen alle Schichten im Arbeitsspeicher.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>On the graphics card; the processor computes the others.</source>
        <translation>Auf der Grafikkarte; die anderen rechnet der Prozessor.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Settings of {name}</source>
        <translation>Einstellungen von {name}</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>They hold wherever this model answers. What is left open is as in the settings.</source>
        <translation>Sie gelten überall, wo dieses Modell antwortet. Was offen bleibt, ist wie in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Tokens that the model can see at once.</source>
        <translation>Token, die das Modell auf einmal sehen kann.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>What this model is told before each conversation</source>
        <translation>Was diesem Modell vor jeder Unterhaltung gesagt wird</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>ModelsChooser</name>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Ask several models</source>
        <translation>Mehrere Modelle fragen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Ask {count} models</source>
        <translation>{count} Modelle fragen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Choose two to four models. Each answers the question once, and their answers are compared.</source>
        <translation>Wählen Sie zwei bis vier Modelle. Jedes beantwortet die Frage einmal, und die Antworten werden verglichen.</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Four at most</source>
        <translation>Höchstens vier</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Servers answer at the same time.</source>
        <translation>Server antworten gleichzeitig.</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>The question, with what was before it, is sent to {servers}.</source>
        <translation>Die Frage wird mit dem, was vor ihr steht, an {servers} gesendet.</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>There is no other model yet. Download one on the models page, or add a server there.</source>
        <translation>Es gibt noch kein anderes Modell. Laden Sie auf der Seite der Modelle eines herunter, oder fügen Sie dort einen Server hinzu.</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Those on this computer are loaded one after another.</source>
        <translation>Die auf diesem Computer werden nacheinander geladen.</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>{name} is loaded again afterwards.</source>
        <translation>{name} wird danach wieder geladen.</translation>
    </message>
</context>
<context>
    <name>ModelsFolderEditor</name>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Keep downloaded models in</source>
        <translation>Heruntergeladene Modelle aufbewahren in</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Move back</source>
        <translation>Zurückverschieben</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Move the models to {folder}</source>
        <translation>Die Modelle nach {folder} verschieben</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>{setting}: move the models</source>
        <translation>{setting}: Modelle verschieben</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Discover</source>
        <translation>Entdecken</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Downloads · {count}</source>
        <translation>Downloads · {count}</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Find models on the Hub</source>
        <translation>Modelle auf dem Hub finden</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Models that other computers or programs run</source>
        <translation>Modelle, die andere Computer oder Programme ausführen</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>On this computer</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>The models that are here, other apps' included</source>
        <translation>Die vorhandenen Modelle, auch die anderer Apps</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>What is being downloaded</source>
        <translation>Was gerade heruntergeladen wird</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>What models may call, and who decides on it</source>
        <translation>Was Modelle aufrufen dürfen, und wer darüber entscheidet</translation>
    </message>
</context>
<context>
    <name>ModelsPresenter</name>
    <message>
        <location filename="ui/models/models_presenter.py"/>
        <source>{count} · {size}</source>
        <translation>{count} · {size}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Close this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Show the technical details</source>
        <translation>Technische Details zeigen</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>NoticesPresenter</name>
    <message>
        <location filename="ui/chat/notices_presenter.py"/>
        <source>Conversations are saved again.</source>
        <translation>Unterhaltungen werden wieder gespeichert.</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Attach the beginning</source>
        <translation>Den Anfang anhängen</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Load with {count}</source>
        <translation>Mit {count} laden</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Restore from a backup…</source>
        <translation>Aus einer Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Use {name}</source>
        <translation>{name} benutzen</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>Back to: {default}</source>
        <translation>Zurück auf: {default}</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>Takes {numbers}.</source>
        <translation>Hier gehen {numbers}.</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>{setting}: less</source>
        <translation>{setting}: weniger</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>{setting}: more</source>
        <translation>{setting}: mehr</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>{setting}: reset to {default}</source>
        <translation>{setting}: zurück auf {default}</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>“{text}” is not taken: {numbers}.</source>
        <translation>„{text}“ geht hier nicht: {numbers}.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <location filename="ui/chat/thoughts/outline_model.py"/>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/outline_model.py"/>
        <source>{tokens} tokens · {time}</source>
        <translation>{tokens} Token · {time}</translation>
    </message>
</context>
<context>
    <name>PacksPanel</name>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>A pack is a program: its signature and every file are checked, then it is tried here.</source>
        <translation>Ein Paket ist ein Programm: Seine Signatur und jede Datei werden geprüft, dann wird es hier ausprobiert.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Address of a pack</source>
        <translation>Adresse eines Pakets</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Choose the file of a pack</source>
        <translation>Die Datei eines Pakets wählen</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Delete the pack {name}</source>
        <translation>Das Paket {name} löschen</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Download, check and try it</source>
        <translation>Herunterladen, prüfen und ausprobieren</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Graphics cards and packs</source>
        <translation>Grafikkarten und Pakete</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Install a pack…</source>
        <translation>Ein Paket installieren…</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Install from this address</source>
        <translation>Von dieser Adresse installieren</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Looking at this computer …</source>
        <translation>Dieser Computer wird angesehen …</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>PacksPresenter</name>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Checking {name} …</source>
        <translation>{name} wird geprüft …</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Engine packs (*.tar.gz *.tgz *.tar);;All files (*)</source>
        <translation>Engine-Pakete (*.tar.gz *.tgz *.tar);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Found: {names}. Not used, because “Use graphics devices” is off.</source>
        <translation>Gefunden: {names}. Nicht benutzt, weil „Grafikkarten benutzen“ aus ist.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Found: {names}. The processor computes, because no pack works with it.</source>
        <translation>Gefunden: {names}. Der Prozessor rechnet, weil kein Paket damit funktioniert.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Install a pack</source>
        <translation>Ein Paket installieren</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>No graphics card that could compute was found: the processor does.</source>
        <translation>Keine Grafikkarte gefunden, die rechnen könnte: Der Prozessor rechnet.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Trying {name} with a small model, up to 45 s …</source>
        <translation>{name} wird mit einem kleinen Modell ausprobiert, bis zu 45 s …</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>With the pack “{backend}”, the layers of a model that fit into the card's memory are computed there, usually several times as fast.</source>
        <translation>Mit dem Paket „{backend}“ werden die Schichten eines Modells, die in den Speicher der Karte passen, dort berechnet, meist mehrmals so schnell.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>does not work here: {reason}</source>
        <translation>funktioniert hier nicht: {reason}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>works on {device}</source>
        <translation>funktioniert auf {device}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{gpu} computes: {free} of its memory are free.</source>
        <translation>{gpu} rechnet: {free} ihres Speichers sind frei.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{here} of {total}</source>
        <translation>{here} von {total}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} is installed, but does not work here: {reason}</source>
        <translation>{name} ist installiert, funktioniert hier aber nicht: {reason}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} is removed.</source>
        <translation>{name} ist entfernt.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} works on {device}. It is used from the next start of Aside.</source>
        <translation>{name} funktioniert auf {device}. Es wird ab dem nächsten Start von Aside benutzt.</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} works on {device}. The next question is computed there.</source>
        <translation>{name} funktioniert auf {device}. Die nächste Frage wird dort berechnet.</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <location filename="ui/models/parts/panel_frame.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_frame.py"/>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
</context>
<context>
    <name>PickerPresenter</name>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Aside Starter · built in · arithmetic and little puzzles</source>
        <translation>Aside Starter · eingebaut · Rechnen und kleine Rätsel, auf Englisch</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Ask {address} for its models…</source>
        <translation>{address} nach seinen Modellen fragen …</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>On this computer</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Open a GGUF file</source>
        <translation>Eine GGUF-Datei öffnen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Used last</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>asking …</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>lists no models</source>
        <translation>nennt keine Modelle</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>{name}, not on this computer</source>
        <translation>{name}, nicht auf diesem Computer</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>{name}, on this computer</source>
        <translation>{name}, auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>Picture {name}</source>
        <translation>Bild {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>{name} cannot be shown: it is no picture that can be read.</source>
        <translation>{name} kann nicht gezeigt werden: es ist kein lesbares Bild.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>{size} · {width} × {height} pixels</source>
        <translation>{size} · {width} × {height} Pixel</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>{size} · {width} × {height} pixels, as the model is given it</source>
        <translation>{size} · {width} × {height} Bildpunkte, wie das Modell es bekommt</translation>
    </message>
</context>
<context>
    <name>PresetEditor</name>
    <message>
        <location filename="ui/chat/presets/preset_editor.py"/>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_editor.py"/>
        <source>What the model is told before everything else: who it is, how it should answer.</source>
        <translation>Was dem Modell vor allem anderen gesagt wird: wer es ist, wie es antworten soll.</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>A thought ends after so many tokens; an empty field leaves it as it is</source>
        <translation>Ein Gedanke endet nach so vielen Token; ein leeres Feld lässt es, wie es ist</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>How much the model may think, where it can choose</source>
        <translation>Wie viel das Modell nachdenken darf, wo es wählen kann</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>How often a question is thought about; what most agree on is shown</source>
        <translation>Wie oft über eine Frage nachgedacht wird; gezeigt wird, worin die meisten übereinstimmen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Name of the preset</source>
        <translation>Name der Vorgabe</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>The model that the preset switches to</source>
        <translation>Das Modell, zu dem die Vorgabe wechselt</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Thinking limit in tokens</source>
        <translation>Denkgrenze in Token</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>{name} (not on this computer)</source>
        <translation>{name} (nicht auf diesem Computer)</translation>
    </message>
</context>
<context>
    <name>PresetPicker</name>
    <message numerus="yes">
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Changed in this conversation: {what}. Press to change it or take it back</source>
        <translation>In dieser Unterhaltung geändert: {what}. Drücken, um es zu ändern oder zurückzunehmen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Choose a preset: a system prompt, a model, how it thinks and draws words</source>
        <translation>Eine Vorgabe wählen: System-Prompt, Modell, wie es denkt und Wörter zieht</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Edit presets…</source>
        <translation>Vorgaben bearbeiten…</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>How this conversation is answered…</source>
        <translation>Wie diese Unterhaltung beantwortet wird …</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Preset: {name}</source>
        <translation>Vorgabe: {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Take the changes back</source>
        <translation>Änderungen zurücknehmen</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Close; what was changed is kept (Esc)</source>
        <translation>Schließen; Geändertes bleibt erhalten (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Delete this preset; it can be undone</source>
        <translation>Diese Vorgabe löschen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Make a new preset</source>
        <translation>Eine neue Vorgabe anlegen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Make a preset like this one</source>
        <translation>Eine Vorgabe wie diese anlegen</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>This one came with Aside. Duplicate it to change it.</source>
        <translation>Diese gehört zu Aside. Zum Ändern duplizieren.</translation>
    </message>
</context>
<context>
    <name>PresetsPresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Deleted “{name}”</source>
        <translation>„{name}“ gelöscht</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Limit of the thought: {limit}</source>
        <translation>Grenze des Gedankens: {limit}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>New preset</source>
        <translation>Neue Vorgabe</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Thinking: {level}</source>
        <translation>Denken: {level}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{speed} tokens/s</source>
        <translation>{speed} Token/s</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{time} of {limit}</source>
        <translation>{time} von {limit}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{tokens} of {budget} tokens</source>
        <translation>{tokens} von {budget} Token</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{tokens} tokens</source>
        <translation>{tokens} Token</translation>
    </message>
</context>
<context>
    <name>PromptWindow</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>%Ln earlier messages were left out</source>
        <translation>
            <numerusform>%Ln frühere Nachricht wurde weggelassen</numerusform>
            <numerusform>%Ln frühere Nachrichten wurden weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Another model wrote this reply; this is how {name} is asked.</source>
        <translation>Ein anderes Modell hat diese Antwort geschrieben; so wird {name} gefragt.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Close this window (Esc)</source>
        <translation>Fenster schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Copy all of it, exactly as it is</source>
        <translation>Alles kopieren, genau wie es ist</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Copy the prompt</source>
        <translation>Prompt kopieren</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Each step got a prompt of its own: results of tools stand in that of the next</source>
        <translation>Jeder Schritt bekam einen eigenen Prompt: Ergebnisse von Werkzeugen stehen in dem des nächsten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Earlier turns</source>
        <translation>Frühere Nachrichten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Given beginning</source>
        <translation>Vorgegebener Anfang</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Go to the next piece of this</source>
        <translation>Zum nächsten Stück davon gehen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Level of thinking</source>
        <translation>Denkstufe</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Most seconds of thought</source>
        <translation>Denken: höchstens Sekunden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Most tokens of thought</source>
        <translation>Denken: höchstens Token</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Step of the reply</source>
        <translation>Schritt der Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>The first part is shown; Copy takes all of it.</source>
        <translation>Gezeigt ist der erste Teil; kopiert wird alles.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Then it had {count} tokens: it went on from a given beginning, or the system prompt, files, or what is left out have changed since.</source>
        <translation>Damals waren es {count} Token: Die Antwort ging von einem gegebenen Anfang aus, oder System-Prompt, Dateien oder das Weggelassene haben sich seitdem geändert.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Thoughts of earlier turns</source>
        <translation>Frühere Gedanken</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Token {number} of {count}: “{text}”</source>
        <translation>Token {number} von {count}: „{text}“</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>What the controls changed</source>
        <translation>Was die Einstellungen geändert haben</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>What the model got</source>
        <translation>Was das Modell bekam</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>all of them were read for this reply</source>
        <translation>alle wurden für diese Antwort gelesen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>{count} of them were still in memory, as far as the line at the left goes</source>
        <translation>{count} davon waren noch im Speicher, so weit die Linie links reicht</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>{source} · {tokens}</source>
        <translation>{source} · {tokens}</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>{source}: %Ln tokens</source>
        <translation>
            <numerusform>{source}: %Ln Token</numerusform>
            <numerusform>{source}: %Ln Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantizationCard</name>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Download {name}, {size}</source>
        <translation>{name} herunterladen, {size}</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Go on with this download</source>
        <translation>Diesen Download fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Load this model and go to the chat</source>
        <translation>Dieses Modell laden und zum Chat gehen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Show the download</source>
        <translation>Den Download zeigen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
</context>
<context>
    <name>QuestionBubble</name>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Send again</source>
        <translation>Wieder senden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Sent as a new version; this one and its answer are kept.</source>
        <translation>Wird als neue Version gesendet; diese und ihre Antwort bleiben erhalten.</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show all %Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile zeigen</numerusform>
            <numerusform>Alle %Ln Zeilen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Your question</source>
        <translation>Ihre Frage</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Your question: {text}</source>
        <translation>Ihre Frage: {text}</translation>
    </message>
</context>
<context>
    <name>Regenerating</name>
    <message>
        <location filename="ui/chat/presets/regenerating.py"/>
        <source>There is no other model here, and no other level of thinking.</source>
        <translation>Hier gibt es kein anderes Modell und keine andere Denkstufe.</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/regenerating.py"/>
        <source>Thinking: {level}</source>
        <translation>Denken: {level}</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Do it now</source>
        <translation>Jetzt tun</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>RenameRow</name>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Use this name</source>
        <translation>Diesen Namen benutzen</translation>
    </message>
</context>
<context>
    <name>ReplyView</name>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>End the thought and go on to the answer</source>
        <translation>Den Gedanken beenden und zur Antwort übergehen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Kept as a new version beside this one. The model reads it as its own answer.</source>
        <translation>Wird als neue Version neben dieser behalten. Das Modell liest sie als seine eigene Antwort.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Picture {name} of a tool</source>
        <translation>Bild {name} eines Werkzeugs</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Reply: {text}</source>
        <translation>Antwort: {text}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Show the thought</source>
        <translation>Den Gedanken zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Show {name} large</source>
        <translation>{name} groß zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>What was written is kept.</source>
        <translation>Geschriebenes ist erhalten.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>You have changed this version; the model reads it as its own words.</source>
        <translation>Diese Fassung wurde von Ihnen geändert; das Modell liest sie als eigene Worte.</translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>A tool waits for your answer</source>
        <translation>Ein Werkzeug wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Answer edited</source>
        <translation>Antwort bearbeitet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Broke off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Ended at the length limit</source>
        <translation>An der Längengrenze beendet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Ended without an answer</source>
        <translation>Ohne Antwort beendet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Goes on with the text</source>
        <translation>Setzt den Text fort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Loading the model · {percent} %</source>
        <translation>Modell wird geladen · {percent} %</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Not answered yet</source>
        <translation>Noch nicht beantwortet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Reached the length limit while thinking</source>
        <translation>Längengrenze beim Denken erreicht</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Reading · {percent} %</source>
        <translation>Liest · {percent} %</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Stopped while thinking</source>
        <translation>Beim Denken gestoppt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Synthesis of the other versions</source>
        <translation>Zusammenführung der anderen Versionen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thinking · {time}</source>
        <translation>Denkt · {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought</source>
        <translation>Gedanke</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought and answer edited</source>
        <translation>Gedanke und Antwort bearbeitet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought edited</source>
        <translation>Gedanke bearbeitet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought for {time}</source>
        <translation>Nachgedacht: {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Tools at work</source>
        <translation>Werkzeuge arbeiten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>first token {seconds} s</source>
        <translation>erstes Token {seconds} s</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>{speed} tokens/s</source>
        <translation>{speed} Token/s</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>{tokens} tokens</source>
        <translation>{tokens} Token</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Restoring…</source>
        <translation>Stelle wieder her…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; the conversations are as they were, but the replies were ended.</source>
        <translation>Gestoppt; die Unterhaltungen sind, wie sie waren, aber die Antworten wurden beendet.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; the conversations are as they were.</source>
        <translation>Gestoppt; die Unterhaltungen sind, wie sie waren.</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>The conversations are as they were then.</source>
        <translation>Die Unterhaltungen sind wieder auf dem damaligen Stand.</translation>
    </message>
</context>
<context>
    <name>SamplingForm</name>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Another each time</source>
        <translation>Jedes Mal ein anderer</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>As recommended</source>
        <translation>Wie empfohlen</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>As recommended: {value}</source>
        <translation>Wie empfohlen: {value}</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>As the context allows</source>
        <translation>So weit der Kontext reicht</translation>
    </message>
</context>
<context>
    <name>SchemaForm</name>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>Arguments as JSON</source>
        <translation>Argumente als JSON</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>This is no JSON object.</source>
        <translation>Das ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be JSON.</source>
        <translation>{name} muss JSON sein.</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be a number.</source>
        <translation>{name} muss eine Zahl sein.</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be a whole number.</source>
        <translation>{name} muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be filled in.</source>
        <translation>{name} muss ausgefüllt werden.</translation>
    </message>
</context>
<context>
    <name>ScreenFailure</name>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Aside cannot open a window with QT_QPA_PLATFORM={name}.</source>
        <translation>Mit QT_QPA_PLATFORM={name} kann Aside kein Fenster öffnen.</translation>
    </message>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Aside cannot open a window: the screen {name} does not answer.</source>
        <translation>Aside kann kein Fenster öffnen: Der Bildschirm {name} antwortet nicht.</translation>
    </message>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Aside cannot open a window: there is no screen here.</source>
        <translation>Aside kann kein Fenster öffnen: Hier gibt es keinen Bildschirm.</translation>
    </message>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Start it on a desktop. Without one, “aside ask” answers, and “aside self-check” tells more.</source>
        <translation>Auf einem Desktop starten. Ohne ihn antwortet „aside ask“, und „aside self-check“ sagt mehr.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="ui/chat/search/search_field.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_field.py"/>
        <source>Search all conversations</source>
        <translation>Alle Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_field.py"/>
        <source>Search titles, questions, answers and thoughts</source>
        <translation>Titel, Fragen, Antworten und Gedanken durchsuchen</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <location filename="ui/chat/search/search_results.py"/>
        <source>%Ln places, newest first</source>
        <translation>
            <numerusform>%Ln Stelle, neueste zuerst</numerusform>
            <numerusform>%Ln Stellen, neueste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Checks</source>
        <translation>Proben</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Checks that failed</source>
        <translation>Misslungene Proben</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Chosen again it shows the next one</source>
        <translation>Noch einmal gewählt, zeigt es die nächste Stelle</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Conclusions</source>
        <translation>Schlüsse</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Find the words everywhere, or only in steps of thoughts that do this</source>
        <translation>Die Wörter überall finden, oder nur in solchen Schritten von Gedanken</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/search/search_results.py"/>
        <source>More than %Ln places, newest first</source>
        <translation>
            <numerusform>Mehr als %Ln Stelle, neueste zuerst</numerusform>
            <numerusform>Mehr als %Ln Stellen, neueste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>No thought does this with these words.</source>
        <translation>Kein Gedanke tut das mit diesen Wörtern.</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Nothing found. Words match from their beginning; "quotes" keep words together.</source>
        <translation>Nichts gefunden. Wörter passen ab ihrem Anfang; "Anführungszeichen" halten Wörter zusammen.</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>One place</source>
        <translation>Eine Stelle</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Other ways tried</source>
        <translation>Andere Wege</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Returns to an idea</source>
        <translation>Zurück zu einer Idee</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Thought</source>
        <translation>Gedanke</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>What should be found</source>
        <translation>Was gefunden werden soll</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Where thoughts doubt</source>
        <translation>Wo Gedanken zweifeln</translation>
    </message>
</context>
<context>
    <name>SendNote</name>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n turns before</source>
        <translation>
            <numerusform>%n Runde davor</numerusform>
            <numerusform>%n Runden davor</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>Aside is set to stay offline: nothing is sent to {address}.</source>
        <translation>Aside soll offline bleiben: Nichts wird an {address} gesendet.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>Is sent to {server}, on this computer: {what}.</source>
        <translation>Geht an {server}, auf diesem Computer: {what}.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>Is sent to {server}: {what}.</source>
        <translation>Geht an {server}: {what}.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>The address begins with http://: whoever is on the way can read it.</source>
        <translation>Die Adresse beginnt mit http://: Wer auf dem Weg dorthin ist, kann es lesen.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>This is a base model: it goes on with your text instead of answering. What you write next is added to what stands there.</source>
        <translation>Das ist ein Basismodell: Es setzt Ihren Text fort, statt zu antworten. Was Sie als Nächstes schreiben, wird an das angefügt, was dort steht.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>about {count} tokens</source>
        <translation>etwa {count} Token</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>this question</source>
        <translation>diese Frage</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>this question and what was before</source>
        <translation>diese Frage und was davor war</translation>
    </message>
</context>
<context>
    <name>SentNote</name>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>File {name}</source>
        <translation>Datei {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Files not sent to the model any more</source>
        <translation>Dateien, die dem Modell nicht mehr geschickt werden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>It was left out to make room in the context; “Send everything” brings it back</source>
        <translation>Es wurde weggelassen, um im Kontext Platz zu schaffen; „Alles senden“ holt es zurück</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Not sent to the model any more</source>
        <translation>Wird dem Modell nicht mehr geschickt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Picture {name}</source>
        <translation>Bild {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show the text of {name}</source>
        <translation>Den Text von {name} zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show {name} large</source>
        <translation>{name} groß zeigen</translation>
    </message>
</context>
<context>
    <name>ServerConsent</name>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>A server that is not on this computer</source>
        <translation>Ein Server, der nicht auf diesem Computer ist</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>Ask this server</source>
        <translation>Diesen Server fragen</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>May {name} be asked? It is at {address}.</source>
        <translation>Darf {name} gefragt werden? Er steht unter {address}.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>The address begins with http://: whoever is on the way can read it.</source>
        <translation>Die Adresse beginnt mit http://: Wer auf dem Weg dorthin ist, kann es lesen.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>What you ask it, with the turns, files and pictures before, is sent there.</source>
        <translation>Was Sie ihn fragen, wird mit den Fragen und Antworten, Dateien und Bildern davor dorthin gesendet.</translation>
    </message>
</context>
<context>
    <name>ServerOffers</name>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Prompts: put into the question, which you can change before you send it</source>
        <translation>Prompts: kommen in die Frage, die Sie vor dem Senden ändern können</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Put this prompt into the question</source>
        <translation>Diesen Prompt in die Frage setzen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Resources: sent along with the next question, as files are</source>
        <translation>Ressourcen: werden mit der nächsten Frage mitgeschickt, wie Dateien</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Send along</source>
        <translation>Mitschicken</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Send {name} along</source>
        <translation>{name} mitschicken</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Use the prompt {name}</source>
        <translation>Den Prompt {name} benutzen</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>About this server</source>
        <translation>Über diesen Server</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Ask this model small questions, to see what the server does not say</source>
        <translation>Diesem Modell kleine Fragen stellen, um zu sehen, was der Server nicht sagt</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Call this server differently</source>
        <translation>Diesen Server anders nennen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Choose a server to see what it has and what you can do with it.</source>
        <translation>Wählen Sie einen Server, um zu sehen, was er hat und was Sie mit ihm tun können.</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Choose this model and go to the chat</source>
        <translation>Dieses Modell wählen und zum Chat gehen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Correct…</source>
        <translation>Berichtigen …</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Forget this server and its key; asks first</source>
        <translation>Diesen Server und seinen Schlüssel vergessen; fragt vorher</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Forget {name}? Its key is deleted from the keyring, too.</source>
        <translation>{name} vergessen? Auch sein Schlüssel wird aus dem Schlüsselbund gelöscht.</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Model of the server</source>
        <translation>Modell des Servers</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Set by hand what was found wrong; it holds for all models of this server</source>
        <translation>Von Hand setzen, was falsch gefunden wurde; es gilt für alle Modelle dieses Servers</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Test turn</source>
        <translation>Probefrage</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
</context>
<context>
    <name>ServerQuestion</name>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Give it to the server</source>
        <translation>Dem Server geben</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Give the server nothing</source>
        <translation>Dem Server nichts geben</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Go to this address</source>
        <translation>Zu dieser Adresse gehen</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Tell the server that it is done</source>
        <translation>Dem Server sagen, dass es erledigt ist</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>The address that it names may not be opened.</source>
        <translation>Die Adresse, die er nennt, darf nicht geöffnet werden.</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>What you write goes to this server. Aside cannot see what it does with it.</source>
        <translation>Was Sie schreiben, geht an diesen Server. Aside kann nicht sehen, was er damit macht.</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>{server} asks you to sign in. The browser leads back to Aside.</source>
        <translation>{server} bittet Sie, sich anzumelden. Der Browser führt zu Aside zurück.</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>{server} asks: {message}</source>
        <translation>{server} fragt: {message}</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message numerus="yes">
        <location filename="ui/models/servers/server_words.py"/>
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>A running thought</source>
        <translation>Laufender Gedanke</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Sent back</source>
        <translation>Geht zurück</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Speaks</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Switched by</source>
        <translation>Geschaltet durch</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>a server of a kind that is not known</source>
        <translation>ein Server unbekannter Art</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>all thoughts</source>
        <translation>alle Gedanken</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>as the last message</source>
        <translation>als letzte Nachricht</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>asking …</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>can be ended and edited</source>
        <translation>kann beendet und geändert werden</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>can be ended, nudged and edited</source>
        <translation>kann beendet, angestoßen und geändert werden</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>cannot be reached into</source>
        <translation>lässt nicht eingreifen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the answer, between tags</source>
        <translation>in der Antwort, zwischen Tags</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the answer, up to a closing tag</source>
        <translation>in der Antwort, bis zu einem schließenden Tag</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the field {field}</source>
        <translation>im Feld {field}</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the system's keyring</source>
        <translation>im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>it does not think</source>
        <translation>es denkt nicht</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>no thoughts</source>
        <translation>keine Gedanken</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>not on this computer</source>
        <translation>nicht auf diesem Computer</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>sees images</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>sees none</source>
        <translation>sieht keine</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>thoughts of a turn that goes on</source>
        <translation>Gedanken einer Runde, die noch läuft</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>wherever they are found</source>
        <translation>wo immer sie gefunden werden</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>with continue_final_message</source>
        <translation>mit continue_final_message</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
</context>
<context>
    <name>ServersPresenter</name>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>Asking {address} …</source>
        <translation>Frage {address} …</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>Asking {model} small questions …</source>
        <translation>Stelle {model} kleine Fragen …</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>It was added on the command line. Add it here, too, to let the window ask it.</source>
        <translation>Er wurde auf der Kommandozeile hinzugefügt. Fügen Sie ihn auch hier hinzu, damit das Fenster ihn fragen darf.</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>No keyring took the key: it is kept until Aside ends.</source>
        <translation>Kein Schlüsselbund hat den Schlüssel genommen: Er bleibt, bis Aside endet.</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>{address} is not on this computer.</source>
        <translation>{address} ist nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>ServersView</name>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Add and ask it</source>
        <translation>Hinzufügen und fragen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Address of a server</source>
        <translation>Adresse eines Servers</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Do it now</source>
        <translation>Jetzt tun</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Find out what speaks there, and keep it</source>
        <translation>Herausfinden, was dort spricht, und es behalten</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Kept in the system's keyring, sent to this server only, and never shown again</source>
        <translation>Wird im Schlüsselbund des Systems behalten, nur an diesen Server gesendet und nie wieder gezeigt</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Send nothing</source>
        <translation>Nichts senden</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Servers of models</source>
        <translation>Server mit Modellen</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>What this computer cannot hold another one may: llama-server, vLLM, SGLang, LM Studio, Ollama and others of their kind. Add one by its address.</source>
        <translation>Was dieser Computer nicht fasst, fasst vielleicht ein anderer: llama-server, vLLM, SGLang, LM Studio, Ollama und andere ihrer Art. Fügen Sie einen mit seiner Adresse hinzu.</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>With or without /v1; what speaks there is found out</source>
        <translation>Mit oder ohne /v1; was dort spricht, wird herausgefunden</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>key, if it asks for one</source>
        <translation>Schlüssel, falls er einen verlangt</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Back to: {default}</source>
        <translation>Zurück auf: {default}</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Changed · reset</source>
        <translation>Geändert · zurücksetzen</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Model's own</source>
        <translation>Wie vom Modell</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>You are a careful mathematician. Answer in one sentence.</source>
        <translation>Du bist eine sorgfältige Mathematikerin. Antworte in einem Satz.</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>the keys that came with Aside</source>
        <translation>die Tasten, die Aside mitbringt</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>{setting}: reset to {default}</source>
        <translation>{setting}: zurück auf {default}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Choose a page of the settings</source>
        <translation>Eine Seite der Einstellungen wählen</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Elsewhere in the window</source>
        <translation>Anderswo im Fenster</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Names and explanations of all pages are searched</source>
        <translation>Namen und Erklärungen aller Seiten werden durchsucht</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>No setting has these words. Try fewer or others.</source>
        <translation>Keine Einstellung enthält diese Wörter. Weniger oder andere versuchen.</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Page of the settings</source>
        <translation>Seite der Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Search the settings</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Show the settings of this page: {page}</source>
        <translation>Die Einstellungen dieser Seite zeigen: {page}</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message numerus="yes">
        <location filename="ui/settings/settings_presenter.py"/>
        <source>%n settings were reset.</source>
        <translation>
            <numerusform>%n Einstellung wurde zurückgesetzt.</numerusform>
            <numerusform>%n Einstellungen wurden zurückgesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Conversations and models stay on this computer. Aside connects to the Hub only for searches, model pages and downloads that you ask for. Nothing is measured or reported, and no token is used that you have not given.</source>
        <translation>Unterhaltungen und Modelle bleiben auf diesem Computer. Aside verbindet sich mit dem Hub nur für gewünschte Suchen, Modellseiten und Downloads. Nichts wird gemessen oder gemeldet, und kein Token wird benutzt, das Sie nicht eingegeben haben.</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Generation</source>
        <translation>Erzeugung</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>HF_ENDPOINT is set for this computer and is used instead.</source>
        <translation>HF_ENDPOINT ist auf diesem Computer gesetzt und wird stattdessen benutzt.</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>In messages, lists and fields, always</source>
        <translation>In Nachrichten, Listen und Feldern, immer</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Performance</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>access token api key account log in sign in login of the hub hugging face gated keyring hf_token</source>
        <translation>Zugangstoken API-Schlüssel api key Zugangsschlüssel Konto anmelden einloggen Anmeldung des Hub Hugging Face zugangsbeschränkt Schlüsselbund hf_token</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>graphics card pack gpu cuda vulkan rocm nvidia amd intel driver vram install</source>
        <translation>grafikkarte paket gpu cuda vulkan rocm nvidia amd intel treiber vram grafikspeicher installieren</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>privacy telemetry tracking analytics data</source>
        <translation>Datenschutz Privatsphäre Telemetrie Nachverfolgung Statistik Daten</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>version engine licence data folder log file python qt diagnostic report bug crash error help uninstall delete all</source>
        <translation>Version Engine Lizenz Datenordner Protokoll Logdatei python qt Diagnose Bericht Absturz Fehler melden Hilfe deinstallieren alles löschen</translation>
    </message>
</context>
<context>
    <name>ShortcutLine</name>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Back to: {default}</source>
        <translation>Zurück auf: {default}</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Leave the keys as they are</source>
        <translation>Die Tasten lassen, wie sie sind</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Press the new keys. Backspace takes the keys away, Escape leaves them as they are.</source>
        <translation>Die neuen Tasten drücken. Die Rücktaste nimmt die Tasten weg, Escape lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Press this, then the keys that you want</source>
        <translation>Hier drücken, dann die gewünschten Tasten</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{action}: press the keys</source>
        <translation>{action}: Tasten drücken</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{action}: reset the keys</source>
        <translation>{action}: Tasten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ShortcutsEditor</name>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Take it from there</source>
        <translation>Dort wegnehmen</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>These are no keys that Aside could know again.</source>
        <translation>Diese Tasten könnte Aside nicht wiedererkennen.</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{keys} already means “{words}” in its place.</source>
        <translation>{keys} bedeutet an seiner Stelle schon „{words}“.</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} gehört zu „{action}“.</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{keys} is needed for writing. Take keys with Ctrl or Alt, or one of F1 to F12.</source>
        <translation>{keys} wird zum Schreiben gebraucht. Tasten mit Strg oder Alt nehmen, oder eine von F1 bis F12.</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Close this list (Esc)</source>
        <translation>Liste schließen (Esc)</translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>List of shortcuts</source>
        <translation>Liste der Tastenkürzel</translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>In the list of conversations</source>
        <translation>In der Liste der Unterhaltungen</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>In the question's field</source>
        <translation>Im Fragefeld</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>On a message (↑ and ↓ go from one to the next)</source>
        <translation>Auf einer Nachricht (↑ und ↓ gehen von einer zur nächsten)</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>All conversations: folders, export, import, backups</source>
        <translation>Alle Unterhaltungen: Ordner, Export, Import, Sicherungen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Begin a new conversation</source>
        <translation>Neue Unterhaltung beginnen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Change how Aside looks and works</source>
        <translation>Ändern, wie Aside aussieht und arbeitet</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Export all…</source>
        <translation>Alle exportieren…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Find, download and manage models</source>
        <translation>Modelle finden, herunterladen und verwalten</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Mark all conversations</source>
        <translation>Alle Unterhaltungen markieren</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Models: {summary}</source>
        <translation>Modelle: {summary}</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>New folder, export, import, backups</source>
        <translation>Neuer Ordner, Export, Import, Sicherungen</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Restore from a backup…</source>
        <translation>Aus einer Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SidebarSwitch</name>
    <message>
        <location filename="ui/widgets/sidebar_switch.py"/>
        <source>Show or hide the conversations</source>
        <translation>Unterhaltungen ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>SummingUp</name>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>Stopped; no new conversation was begun.</source>
        <translation>Gestoppt; es wurde keine neue Unterhaltung begonnen.</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>Summing up “{title}”…</source>
        <translation>Fasse „{title}“ zusammen…</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>{title}, continued</source>
        <translation>{title}, Fortsetzung</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>“{title}” is in the list.</source>
        <translation>„{title}“ steht in der Liste.</translation>
    </message>
</context>
<context>
    <name>ThinkingControl</name>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Always thinks</source>
        <translation>Denkt immer</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Answer at once, without thinking</source>
        <translation>Sofort antworten, ohne nachzudenken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>As the model has it: {level}</source>
        <translation>Wie das Modell es vorgibt: {level}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Limit of the thought: {limit}</source>
        <translation>Grenze des Gedankens: {limit}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Limit the thought; keep or drop old thoughts</source>
        <translation>Den Gedanken begrenzen; alte Gedanken behalten oder weglassen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Max</source>
        <translation>Maximal</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Next level</source>
        <translation>Nächste Stufe</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think as long as it takes</source>
        <translation>So lange nachdenken, wie es braucht</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think as much as the model sees fit</source>
        <translation>So viel denken, wie das Modell für richtig hält</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think briefly</source>
        <translation>Kurz nachdenken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think for a while</source>
        <translation>Eine Weile nachdenken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think thoroughly</source>
        <translation>Gründlich nachdenken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Thinking: {level}</source>
        <translation>Denken: {level}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>This model always thinks; it cannot be turned off.</source>
        <translation>Dieses Modell denkt immer; das lässt sich nicht abschalten.</translation>
    </message>
</context>
<context>
    <name>ThinkingLimitDialog</name>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Count tokens or seconds</source>
        <translation>Token oder Sekunden zählen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>How many tokens or seconds a thought may take</source>
        <translation>Wie viele Token oder Sekunden ein Gedanke dauern darf</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Leave the limit as it is (Esc)</source>
        <translation>Die Grenze lassen, wie sie ist (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Limit the thinking</source>
        <translation>Das Denken begrenzen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Set the limit</source>
        <translation>Grenze setzen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>The thought ends there, and the answer begins.</source>
        <translation>Dort endet der Gedanke, und die Antwort beginnt.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Unit of the limit</source>
        <translation>Einheit der Grenze</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Use this limit from the next question on (Enter)</source>
        <translation>Diese Grenze ab der nächsten Frage benutzen (Eingabe)</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>ThinkingOptionsMenu</name>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Any number of tokens or seconds</source>
        <translation>Beliebig viele Token oder Sekunden</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>As the model has it</source>
        <translation>Wie das Modell es vorgibt</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Each model was trained for one or the other.</source>
        <translation>Jedes Modell wurde für das eine oder das andere trainiert.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Keep in the prompt</source>
        <translation>Im Prompt behalten</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Leave out of the prompt</source>
        <translation>Aus dem Prompt weglassen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Limit of the thought</source>
        <translation>Grenze des Gedankens</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Old thoughts</source>
        <translation>Alte Gedanken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Other limit…</source>
        <translation>Andere Grenze…</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>The model sees only its answers; saves context.</source>
        <translation>Das Modell sieht nur seine Antworten; das spart Kontext.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>The model sees what it thought before; takes context.</source>
        <translation>Das Modell sieht, was es zuvor dachte; das braucht Kontext.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>The thought ends there, and the answer begins.</source>
        <translation>Dort endet der Gedanke, und die Antwort beginnt.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>This model always thinks; it cannot be turned off.</source>
        <translation>Dieses Modell denkt immer; das lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>ThinkingPane</name>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Edit the thought</source>
        <translation>Gedanken bearbeiten</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>End the thought and go on to the answer</source>
        <translation>Den Gedanken beenden und zur Antwort übergehen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Hide the thinking pane</source>
        <translation>Denkbereich ausblenden</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>The model's thought appears here, beside its answer.</source>
        <translation>Hier erscheint der Gedanke des Modells, neben seiner Antwort.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Thought</source>
        <translation>Gedanke</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
</context>
<context>
    <name>ThinkingPresenter</name>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>The model's thought appears here, beside its answer.</source>
        <translation>Hier erscheint der Gedanke des Modells, neben seiner Antwort.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>The template of this model has no place for tools.</source>
        <translation>Die Vorlage dieses Modells hat keinen Platz für Werkzeuge.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>The thought appears here when it begins.</source>
        <translation>Der Gedanke erscheint hier, sobald er beginnt.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server that has not been asked yet what it can do.</source>
        <translation>Dieses Modell läuft auf einem Server, der noch nicht gefragt wurde, was er kann.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server, which cannot end a running thought.</source>
        <translation>Dieses Modell läuft auf einem Server, der einen laufenden Gedanken nicht beenden kann.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server, which cannot go on from words that are given to it.</source>
        <translation>Dieses Modell läuft auf einem Server, der vorgegebene Worte nicht fortsetzen kann.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server, which takes no hints into a running thought.</source>
        <translation>Dieses Modell läuft auf einem Server, der in einen laufenden Gedanken keine Hinweise aufnimmt.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This reply came without a thought.</source>
        <translation>Diese Antwort kam ohne Gedanken.</translation>
    </message>
</context>
<context>
    <name>ThinkingRail</name>
    <message>
        <location filename="ui/chat/thinking/thinking_dock.py"/>
        <source>Show the thinking pane</source>
        <translation>Denkbereich zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_dock.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>ThoughtEditor</name>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Answer from it</source>
        <translation>Daraus antworten</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Leave the thought as it is (Esc)</source>
        <translation>Den Gedanken lassen, wie er ist (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Let the model think on from the end of this text (Ctrl+Enter)</source>
        <translation>Das Modell vom Ende dieses Textes weiterdenken lassen (Strg+Eingabe)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Take this as the whole thought and let the model answer (Ctrl+Shift+Enter)</source>
        <translation>Dies als ganzen Gedanken nehmen und das Modell antworten lassen (Strg+Umschalt+Eingabe)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>The calls before this thought stay, with their results.</source>
        <translation>Die Aufrufe vor diesem Gedanken bleiben, mit ihren Ergebnissen.</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>The model goes on from the end of this text. The reply as it is stays as a version.</source>
        <translation>Das Modell macht am Ende dieses Textes weiter. Die bisherige Antwort bleibt als Version erhalten.</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>The thought to go on from</source>
        <translation>Der Gedanke, an dem es weitergeht</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Think on from here</source>
        <translation>Von hier weiterdenken</translation>
    </message>
</context>
<context>
    <name>ThoughtFoot</name>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>A hint for the running thought</source>
        <translation>Ein Hinweis für den laufenden Gedanken</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>A hint for the thought · Enter sends, Esc closes</source>
        <translation>Ein Hinweis für den Gedanken · Eingabe sendet, Esc schließt</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Change the thought and let the model go on from there</source>
        <translation>Den Gedanken ändern und das Modell von dort fortfahren lassen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Edit and continue…</source>
        <translation>Umschreiben…</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>End the thought and go on to the answer</source>
        <translation>Den Gedanken beenden und zur Antwort übergehen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Mark where the model was unsure</source>
        <translation>Markieren, wo das Modell unsicher war</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>More actions of the thought</source>
        <translation>Mehr zum Gedanken</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>More that can be done with the thought</source>
        <translation>Was man mit dem Gedanken noch tun kann</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Nudge the thought</source>
        <translation>Den Gedanken anstoßen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Nudge…</source>
        <translation>Anstoßen…</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Put a hint into the running thought</source>
        <translation>Dem laufenden Gedanken einen Hinweis geben</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Show or hide the steps of the thought</source>
        <translation>Die Schritte des Gedankens zeigen oder ausblenden</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>The thought goes round in circles</source>
        <translation>Der Gedanke dreht sich im Kreis</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Words less likely than not, in replies for which the settings let this be kept</source>
        <translation>Wörter, die eher unwahrscheinlich waren, in Antworten, bei denen die Einstellungen das merken ließen</translation>
    </message>
</context>
<context>
    <name>ThoughtOutline</name>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Bookmark this step</source>
        <translation>Lesezeichen für diesen Schritt</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Copy this step</source>
        <translation>Diesen Schritt kopieren</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Fold or show this step</source>
        <translation>Diesen Schritt ein- oder ausklappen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Fold what is read</source>
        <translation>Gelesenes einklappen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Go on after this step in my words…</source>
        <translation>Nach diesem Schritt mit eigenen Worten weiter …</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Go to the next bookmark</source>
        <translation>Zum nächsten Lesezeichen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Go to this step</source>
        <translation>Zu diesem Schritt gehen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Nothing comes before it: Regenerate thinks it anew</source>
        <translation>Vor ihm steht nichts: „Neu erzeugen“ denkt ihn neu</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Outline of the thought</source>
        <translation>Gliederung des Gedankens</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Quote it in the question</source>
        <translation>In der Frage zitieren</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Show all that is folded</source>
        <translation>Alles Eingeklappte zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>The reply as it is stays as a version</source>
        <translation>Die Antwort, wie sie ist, bleibt als Version</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Think anew from here</source>
        <translation>Von hier an neu denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Think anew several times, or less…</source>
        <translation>Mehrmals neu denken, oder kürzer …</translation>
    </message>
</context>
<context>
    <name>ThoughtPanel</name>
    <message>
        <location filename="ui/chat/thoughts/thought_panel.py"/>
        <source>Calls of tools</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
</context>
<context>
    <name>ThoughtView</name>
    <message>
        <location filename="ui/chat/thoughts/thought_view.py"/>
        <source>Thought</source>
        <translation>Gedanke</translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Access token of the Hub</source>
        <translation>Zugangstoken des Hub</translation>
    </message>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Check the token with the Hub and keep it in the system's keyring</source>
        <translation>Das Token beim Hub prüfen und im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Kept in the system's keyring, sent to the Hub only</source>
        <translation>Liegt im Schlüsselbund des Systems und wird nur an den Hub gesendet</translation>
    </message>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Use token</source>
        <translation>Token benutzen</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Access token of the Hub</source>
        <translation>Zugangstoken des Hub</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Delete the token from the keyring and from memory</source>
        <translation>Das Token aus dem Schlüsselbund und dem Speicher löschen</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Forget the access token</source>
        <translation>Das Zugangstoken vergessen</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Needed for models whose maker wants to be asked first. It is checked with the Hub, kept in the system's keyring and sent to the Hub only; without a keyring it is kept until Aside ends.</source>
        <translation>Nötig für Modelle, deren Hersteller zuerst gefragt werden will. Es wird beim Hub geprüft, im Schlüsselbund des Systems aufbewahrt und nur an den Hub gesendet; ohne Schlüsselbund gilt es, bis Aside endet.</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>About this tool</source>
        <translation>Über dieses Werkzeug</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Calls of {tool}</source>
        <translation>Aufrufe von {tool}</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Choose a tool or a server to see what it offers and who may decide on its calls.</source>
        <translation>Wählen Sie ein Werkzeug oder einen Server, um zu sehen, was er bietet und wer über seine Aufrufe entscheidet.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>End it and start it anew</source>
        <translation>Beenden und neu starten</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>End it; the next call starts it again</source>
        <translation>Beenden; der nächste Aufruf startet ihn wieder</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Find a tool</source>
        <translation>Werkzeug finden</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Forget this server and its secrets; asks first</source>
        <translation>Diesen Server und seine Geheimnisse vergessen; fragt vorher</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Forget what signing in has brought, and end it</source>
        <translation>Vergessen, was die Anmeldung gebracht hat, und ihn beenden</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Forget {name}? Its secrets are deleted from the keyring, too.</source>
        <translation>{name} vergessen? Auch seine Geheimnisse werden aus dem Schlüsselbund gelöscht.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Offer it in new conversations</source>
        <translation>In neuen Unterhaltungen anbieten</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Offer {tool} in new conversations</source>
        <translation>{tool} in neuen Unterhaltungen anbieten</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Start it now, and see what it offers</source>
        <translation>Jetzt starten und sehen, was er bietet</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>The tool server {name} asks you something.</source>
        <translation>Der Werkzeugserver {name} fragt Sie etwas.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Ticked ones are offered in new conversations. At the right: who decides on their calls.</source>
        <translation>Angehakte werden in neuen Unterhaltungen angeboten. Rechts: wer über ihre Aufrufe entscheidet.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>What its program has written</source>
        <translation>Was sein Programm geschrieben hat</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Whether calls of it wait for you</source>
        <translation>Ob Aufrufe davon auf Sie warten</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>asks</source>
        <translation>fragt</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>some go by themselves</source>
        <translation>manche gehen von selbst</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>{count} more: find them by a word above.</source>
        <translation>{count} weitere: finden Sie sie oben mit einem Wort.</translation>
    </message>
</context>
<context>
    <name>ToolWords</name>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>1 tool</source>
        <translation>1 Werkzeug</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>A program of others can do what you can: Aside cannot hold it back from your files and the network. Add only what you trust.</source>
        <translation>Ein fremdes Programm kann, was Sie können: Aside kann es nicht von Ihren Dateien und dem Netz abhalten. Fügen Sie nur hinzu, wem Sie vertrauen.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>The address begins with http://: whoever is on the way can read what is sent.</source>
        <translation>Die Adresse beginnt mit http://: Wer am Weg sitzt, kann mitlesen, was gesendet wird.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>What a model calls it with goes to {address}, on this computer.</source>
        <translation>Womit ein Modell ihn aufruft, geht an {address} auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>What a model calls it with leaves this computer, to {address}.</source>
        <translation>Womit ein Modell ihn aufruft, verlässt diesen Computer und geht an {address}.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>in new conversations</source>
        <translation>in neuen Unterhaltungen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>known when it has run once</source>
        <translation>bekannt, wenn er einmal gelaufen ist</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>never allowed</source>
        <translation>nie erlaubt</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>starting …</source>
        <translation>startet …</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>{count} tools</source>
        <translation>{count} Werkzeuge</translation>
    </message>
</context>
<context>
    <name>ToolsButton</name>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>All its tools</source>
        <translation>Alle seine Werkzeuge</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>As new conversations have it</source>
        <translation>Wie bei neuen Unterhaltungen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Let new conversations have these</source>
        <translation>Neuen Unterhaltungen diese geben</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Manage tools…</source>
        <translation>Werkzeuge verwalten…</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>More on the page of tools…</source>
        <translation>Mehr auf der Werkzeugseite…</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>No tools offered</source>
        <translation>Keine Werkzeuge angeboten</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>They take about {count} tokens of every prompt</source>
        <translation>Sie kosten etwa {count} Token in jedem Prompt</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>They take {count} tokens of every prompt</source>
        <translation>Sie kosten {count} Token in jedem Prompt</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Think with a calculator</source>
        <translation>Mit Taschenrechner denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Tools of this conversation: {count}</source>
        <translation>Werkzeuge dieser Unterhaltung: {count}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Tools: {count}</source>
        <translation>Werkzeuge: {count}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>What it offers is known when it has run once</source>
        <translation>Was er bietet, ist bekannt, wenn er einmal gelaufen ist</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>{count} of {all}</source>
        <translation>{count} von {all}</translation>
    </message>
</context>
<context>
    <name>ToolsPagePresenter</name>
    <message>
        <location filename="ui/models/tools/tools_presenter.py"/>
        <source>Goes by itself with {kinds}</source>
        <translation>Geht von selbst mit {kinds}</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_presenter.py"/>
        <source>No keyring took {names}: set them in the environment that Aside is started with.</source>
        <translation>Kein Schlüsselbund nahm {names}: Setzen Sie sie in der Umgebung, mit der Aside gestartet wird.</translation>
    </message>
</context>
<context>
    <name>ToolsPresenter</name>
    <message>
        <location filename="ui/chat/thinking/tools_presenter.py"/>
        <source>asks the Internet</source>
        <translation>fragt das Internet</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_presenter.py"/>
        <source>never allowed</source>
        <translation>nie erlaubt</translation>
    </message>
</context>
<context>
    <name>ToolsView</name>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>A variable that the program is given, or a header that is sent to the address</source>
        <translation>Eine Variable, die das Programm bekommt, oder eine Kopfzeile, die an die Adresse gesendet wird</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>API_KEY or Authorization</source>
        <translation>API_KEY oder Authorization</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add a server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add these</source>
        <translation>Diese hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add {server}</source>
        <translation>{server} hinzufügen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>By its command or address</source>
        <translation>Mit seinem Befehl oder seiner Adresse</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Command or address</source>
        <translation>Befehl oder Adresse</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Do it now</source>
        <translation>Jetzt tun</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>From other apps</source>
        <translation>Aus anderen Apps</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>JSON as other apps write it</source>
        <translation>JSON, wie andere Apps es schreiben</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Keep the servers that stand in this text</source>
        <translation>Die Server behalten, die in diesem Text stehen</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Keep this server; it is started when it is used</source>
        <translation>Diesen Server behalten; er wird gestartet, wenn er benutzt wird</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Kept in the system's keyring, given to this server only, and never shown again</source>
        <translation>Liegt im Schlüsselbund des Systems, geht nur an diesen Server und wird nie wieder gezeigt</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Look for servers in the settings of other apps on this computer; nothing is changed there</source>
        <translation>In den Einstellungen anderer Apps auf diesem Computer nach Servern suchen; dort wird nichts geändert</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Name of a secret</source>
        <translation>Name eines Geheimnisses</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>No servers of other apps are found that are not here already.</source>
        <translation>Es wurden keine Server anderer Apps gefunden, die nicht schon hier sind.</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Paste settings…</source>
        <translation>Einstellungen einfügen…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Settings as other apps write them</source>
        <translation>Einstellungen, wie andere Apps sie schreiben</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>The program that is started, with its arguments, or the address of a server</source>
        <translation>Das Programm, das gestartet wird, mit seinen Argumenten, oder die Adresse eines Servers</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>The secret</source>
        <translation>Das Geheimnis</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Tools and servers of tools</source>
        <translation>Werkzeuge und Werkzeugserver</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>its value, if it needs one</source>
        <translation>sein Wert, falls er eines braucht</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>TraceConfidence</name>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>{said} · nearly said: {others}</source>
        <translation>{said} · beinahe gesagt: {others}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>{some}, {one}</source>
        <translation>{some}, {one}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>“{word}” {percent}</source>
        <translation>„{word}“ {percent}</translation>
    </message>
</context>
<context>
    <name>TraceText</name>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>A step that a newer Aside wrote: {kind}</source>
        <translation>Ein Schritt, den ein neueres Aside schrieb: {kind}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>Tool: {name}</source>
        <translation>Werkzeug: {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>TraceWish</name>
    <message>
        <location filename="ui/chat/thoughts/thought_card.py"/>
        <source>Export the thought as JSON…</source>
        <translation>Gedanken als JSON exportieren …</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_card.py"/>
        <source>Export the thought as Markdown…</source>
        <translation>Gedanken als Markdown exportieren …</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_card.py"/>
        <source>Export the thought as a web page…</source>
        <translation>Gedanken als Webseite exportieren …</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <location filename="ui/chat/transcript/transcript.py"/>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/transcript.py"/>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="ui/platform/tray.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="ui/platform/tray.py"/>
        <source>Show Aside</source>
        <translation>Aside zeigen</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <location filename="ui/widgets/undo_bar.py"/>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location filename="ui/widgets/undo_bar.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <location filename="ui/bridges/update_watch.py"/>
        <source>Aside {version} can be had.</source>
        <translation>Aside {version} ist verfügbar.</translation>
    </message>
    <message>
        <location filename="ui/bridges/update_watch.py"/>
        <source>What is new, and where to get it, is in the details.</source>
        <translation>Was neu ist und wo es zu bekommen ist, steht in den Details.</translation>
    </message>
</context>
<context>
    <name>VoteBox</name>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Each bar is a vote: how many agreed, how many did not, how many were not needed.</source>
        <translation>Jeder Balken ist eine Abstimmung: wie viele übereinstimmten, wie viele nicht, wie viele nicht gebraucht wurden.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Export the table…</source>
        <translation>Tabelle exportieren …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Not needed</source>
        <translation>Nicht gebraucht</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Time per reply</source>
        <translation>Zeit je Antwort</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Tokens per reply</source>
        <translation>Token je Antwort</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Votes</source>
        <translation>Abstimmungen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Write a line for each vote, as CSV</source>
        <translation>Eine Zeile je Abstimmung schreiben, als CSV</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>{count} votes; {share} of the replies agreed</source>
        <translation>{count} Abstimmungen; {share} der Antworten stimmten überein</translation>
    </message>
</context>
<context>
    <name>VoteButton</name>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>As measured on this computer</source>
        <translation>Wie auf diesem Computer gemessen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Ask several models…</source>
        <translation>Mehrere Modelle fragen …</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Ask up to four models the same question, and compare their answers</source>
        <translation>Bis zu vier Modellen dieselbe Frage stellen und ihre Antworten vergleichen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>At most; it ends as soon as it is sure. Measured on this computer.</source>
        <translation>Höchstens; sobald das Ergebnis sicher ist, ist Schluss. Auf diesem Computer gemessen.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Begins with three, and ends as soon as three more agree than disagree</source>
        <translation>Beginnt mit drei und hört auf, sobald drei mehr übereinstimmen als abweichen</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>How long it takes is known when the model has answered once.</source>
        <translation>Wie lange es dauert, steht fest, wenn das Modell einmal geantwortet hat.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Memory has room for one at a time.</source>
        <translation>Der Speicher reicht für eine zur Zeit.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Memory has room for {count} at once; the others follow.</source>
        <translation>Der Speicher reicht für {count} zugleich; die anderen folgen.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>The answer that most replies agree on is shown.</source>
        <translation>Gezeigt wird die Antwort, in der die meisten übereinstimmen.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Think once</source>
        <translation>Einmal denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Think up to {count} times, until sure</source>
        <translation>Bis zu {count}-mal denken, bis es sicher ist</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Think {count} times</source>
        <translation>{count}-mal denken</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Until sure</source>
        <translation>Bis es sicher ist</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Write a question first.</source>
        <translation>Schreiben Sie zuerst eine Frage.</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>up to {count}×</source>
        <translation>bis {count}×</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>{count}×</source>
        <translation>{count}×</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>{size} of graphics memory</source>
        <translation>{size} Grafikspeicher</translation>
    </message>
</context>
<context>
    <name>VoteView</name>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Answer now</source>
        <translation>Jetzt antworten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Continue the vote</source>
        <translation>Abstimmung fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>End all thoughts and go on to the answers</source>
        <translation>Alle Gedanken beenden und zu den Antworten übergehen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Let the model make one answer of all, and name where they differ</source>
        <translation>Das Modell eine Antwort aus allen machen lassen, die nennt, worin sie sich unterscheiden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Replies that vote</source>
        <translation>Antworten, die abstimmen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Synthesis</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>What was finished counts; the others are asked anew</source>
        <translation>Was fertig wurde, zählt; die anderen werden neu gefragt</translation>
    </message>
</context>
<context>
    <name>VoteWords</name>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>A tie: {answers} are each the answer of {count} models</source>
        <translation>Gleichstand: {answers} sind je die Antwort von {count} Modellen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>A tie: {answers} have {count} votes each</source>
        <translation>Gleichstand: {answers} haben je {count} Stimmen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} agree</source>
        <translation>Alle {count} stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} answers differ</source>
        <translation>Alle {count} Antworten sind verschieden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} models agree</source>
        <translation>Alle {count} Modelle stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} models answer differently</source>
        <translation>Alle {count} Modelle antworten verschieden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} models that answered agree</source>
        <translation>Alle {count} Modelle, die geantwortet haben, stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} that were finished agree</source>
        <translation>Alle {count} fertigen stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Answered by {finished} of {count} models; no answer leads yet</source>
        <translation>Von {finished} der {count} Modelle beantwortet; noch führt keine Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Asks {count} models</source>
        <translation>Fragt {count} Modelle</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Both agree</source>
        <translation>Beide stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Both models agree</source>
        <translation>Beide Modelle stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No model has answered</source>
        <translation>Kein Modell hat geantwortet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: the answers have no common form</source>
        <translation>Keine Abstimmung möglich: Die Antworten haben keine gemeinsame Form</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: the answers of the models have no common form</source>
        <translation>Keine Abstimmung möglich: Die Antworten der Modelle haben keine gemeinsame Form</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: {count} of {finished} models say nearly the same</source>
        <translation>Keine Abstimmung möglich: {count} von {finished} Modellen sagen fast dasselbe</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: {count} of {finished} say nearly the same</source>
        <translation>Keine Abstimmung möglich: {count} von {finished} sagen fast dasselbe</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>None was finished</source>
        <translation>Keine wurde fertig</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Only one model has answered</source>
        <translation>Nur ein Modell hat geantwortet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Only one of {count} has an answer that can be compared</source>
        <translation>Nur eine von {count} enthält eine Antwort, die sich vergleichen lässt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Only one was finished</source>
        <translation>Nur eine wurde fertig</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: answers {answer}</source>
        <translation>Antwort {number}: sagt {answer}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: broke off</source>
        <translation>Antwort {number}: brach ab</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: has no answer that could be compared</source>
        <translation>Antwort {number}: hat kein Ergebnis, das sich vergleichen ließe</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: is answering</source>
        <translation>Antwort {number}: antwortet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: is thinking</source>
        <translation>Antwort {number}: denkt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: waits</source>
        <translation>Antwort {number}: wartet</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: was cut by its length, and has no vote</source>
        <translation>Antwort {number}: wurde wegen ihrer Länge abgeschnitten und hat keine Stimme</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: was ended, because it was not needed any more</source>
        <translation>Antwort {number}: wurde beendet, weil sie nicht mehr gebraucht wurde</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: was stopped</source>
        <translation>Antwort {number}: wurde gestoppt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>The two answers differ</source>
        <translation>Die beiden Antworten sind verschieden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>The two models answer differently</source>
        <translation>Die beiden Modelle antworten verschieden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Thinks up to {count} times, until sure</source>
        <translation>Denkt bis zu {count}-mal, bis es sicher ist</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Thinks {count} times</source>
        <translation>Denkt {count}-mal</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>cut</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{answer} leads with {agreeing} of {finished}</source>
        <translation>{answer} führt mit {agreeing} von {finished}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{answer} leads with {agreeing} of {finished} models</source>
        <translation>{answer} führt mit {agreeing} von {finished} Modellen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} cut by length, without a vote</source>
        <translation>{count} wegen der Länge abgeschnitten, ohne Stimme</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} finished; no answer leads yet</source>
        <translation>{count} fertig; noch führt keine Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} gave no answer</source>
        <translation>{count} ohne Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} not needed</source>
        <translation>{count} nicht gebraucht</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of the {finished} models that answered agree</source>
        <translation>{count} der {finished} Modelle, die geantwortet haben, stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of the {finished} that were finished agree</source>
        <translation>{count} der {finished} fertigen stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of {finished} agree</source>
        <translation>{count} von {finished} stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of {finished} models agree</source>
        <translation>{count} von {finished} Modellen stimmen überein</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{name}: {words}</source>
        <translation>{name}: {words}</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Do not answer this question</source>
        <translation>Diese Frage nicht beantworten</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>End the reply that is being written now</source>
        <translation>Die Antwort, die gerade geschrieben wird, jetzt beenden</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Stop that</source>
        <translation>Das stoppen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Waiting for the reply before</source>
        <translation>Wartet auf die vorige Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Waiting for “{title}”</source>
        <translation>Wartet auf „{title}“</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>A thought beside every answer</source>
        <translation>Neben jeder Antwort ein Gedanke</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Aside runs reasoning models on this computer. Nothing you write leaves it. Open a model file to begin.</source>
        <translation>Aside führt denkende Modelle auf diesem Computer aus. Nichts Geschriebenes verlässt ihn. Öffnen Sie eine Modelldatei, um zu beginnen.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Ask this</source>
        <translation>Das fragen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Choose a model file on this computer</source>
        <translation>Eine Modelldatei auf diesem Computer wählen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Open a GGUF file…</source>
        <translation>GGUF-Datei öffnen…</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>What shall we think about?</source>
        <translation>Worüber denken wir nach?</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>or drop the file anywhere in this window</source>
        <translation>oder die Datei irgendwo in dieses Fenster ziehen</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer anew with another model or level</source>
        <translation>Mit anderem Modell oder anderer Stufe neu antworten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer the last question anew</source>
        <translation>Die letzte Frage neu beantworten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer the question anew</source>
        <translation>Die Frage neu beantworten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Archive this conversation</source>
        <translation>Diese Unterhaltung archivieren</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Archive, or take out of the archive</source>
        <translation>Archivieren oder aus dem Archiv holen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Ask several models the same question</source>
        <translation>Mehreren Modellen dieselbe Frage stellen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Ask several models…</source>
        <translation>Mehrere Modelle fragen …</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Back up the conversations now</source>
        <translation>Die Unterhaltungen jetzt sichern</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new conversation</source>
        <translation>Neue Unterhaltung beginnen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new conversation from here</source>
        <translation>Von hier aus eine neue Unterhaltung beginnen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new line</source>
        <translation>Neue Zeile beginnen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose the next level of thinking</source>
        <translation>Die nächste Denkstufe wählen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose the tools of this conversation</source>
        <translation>Werkzeuge dieser Unterhaltung wählen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Compare two versions</source>
        <translation>Zwei Versionen vergleichen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy as plain text</source>
        <translation>Als reinen Text kopieren</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy the last answer</source>
        <translation>Die letzte Antwort kopieren</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Delete the chosen conversations; this can be undone</source>
        <translation>Die gewählten Unterhaltungen löschen; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Delete this conversation</source>
        <translation>Diese Unterhaltung löschen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit presets</source>
        <translation>Vorgaben bearbeiten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit the thought</source>
        <translation>Gedanken bearbeiten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit; the present version is kept</source>
        <translation>Bearbeiten; die jetzige Version bleibt erhalten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>End the thought and answer now</source>
        <translation>Den Gedanken beenden und jetzt antworten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Export all conversations…</source>
        <translation>Alle Unterhaltungen exportieren…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Export this conversation…</source>
        <translation>Diese Unterhaltung exportieren…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Find checks in thoughts that failed</source>
        <translation>Misslungene Proben in Gedanken finden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Find where thoughts doubt</source>
        <translation>Finden, wo Gedanken zweifeln</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Forget everything of this conversation…</source>
        <translation>Alles zu dieser Unterhaltung vergessen…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Free the model's memory</source>
        <translation>Den Speicher des Modells freigeben</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Full screen, or back</source>
        <translation>Vollbild ein oder aus</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Give the running thought a nudge</source>
        <translation>Dem laufenden Gedanken einen Anstoß geben</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go on with a reply that was cut</source>
        <translation>Eine abgebrochene Antwort fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to a question of this conversation</source>
        <translation>Zu einer Frage dieser Unterhaltung gehen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the call of a tool that waits for you</source>
        <translation>Zum Werkzeugaufruf gehen, der auf Sie wartet</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the first line of the message</source>
        <translation>Zur ersten Zeile der Nachricht</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the message above</source>
        <translation>Zur Nachricht darüber</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the message below</source>
        <translation>Zur Nachricht darunter</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next conversation</source>
        <translation>Zur nächsten Unterhaltung</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next place found</source>
        <translation>Zur nächsten Fundstelle</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next question, or to the end</source>
        <translation>Zur nächsten Frage gehen, oder ans Ende</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next word that the model was torn about</source>
        <translation>Zum nächsten Wort, bei dem das Modell schwankte</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the place found before</source>
        <translation>Zur vorigen Fundstelle</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the previous conversation</source>
        <translation>Zur vorigen Unterhaltung</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the question before</source>
        <translation>Zur Frage davor gehen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the question's field</source>
        <translation>Ins Fragefeld</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the word before that the model was torn about</source>
        <translation>Zum vorigen Wort, bei dem das Modell schwankte</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>How this conversation is answered</source>
        <translation>Wie diese Unterhaltung beantwortet wird</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Import conversations…</source>
        <translation>Unterhaltungen importieren…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Move the chosen conversations into a new folder</source>
        <translation>Die gewählten Unterhaltungen in einen neuen Ordner verschieben</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Open a model file</source>
        <translation>Modelldatei öffnen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Open the menu of the message</source>
        <translation>Das Menü der Nachricht öffnen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Pin or unpin</source>
        <translation>Anheften oder lösen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Print this conversation…</source>
        <translation>Diese Unterhaltung drucken…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Rename the chosen conversation</source>
        <translation>Die gewählte Unterhaltung umbenennen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Rename this conversation</source>
        <translation>Diese Unterhaltung umbenennen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Restore from a backup…</source>
        <translation>Aus einer Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Search all conversations</source>
        <translation>Alle Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Search on the page that is shown</source>
        <translation>Auf der gezeigten Seite suchen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Send files along</source>
        <translation>Dateien mitschicken</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show how full the context is</source>
        <translation>Zeigen, wie voll der Kontext ist</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the conversations</source>
        <translation>Unterhaltungen ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the outline of the thought</source>
        <translation>Gliederung des Gedankens zeigen oder ausblenden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the thinking pane</source>
        <translation>Denkbereich ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the models, or go back</source>
        <translation>Die Modelle zeigen oder zurückgehen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the servers of models</source>
        <translation>Die Server von Modellen zeigen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the settings, or go back</source>
        <translation>Die Einstellungen zeigen oder zurückgehen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the thought</source>
        <translation>Den Gedanken zeigen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the tools and their servers</source>
        <translation>Werkzeuge und ihre Server zeigen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the version after</source>
        <translation>Die nächste Version zeigen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the version before</source>
        <translation>Die vorige Version zeigen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show what the model got</source>
        <translation>Zeigen, was das Modell bekam</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Stop the running reply</source>
        <translation>Die laufende Antwort stoppen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Text in its usual size</source>
        <translation>Text in üblicher Größe</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Think several times and agree</source>
        <translation>Mehrmals denken und abstimmen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>allow deny permission</source>
        <translation>erlauben ablehnen Erlaubnis</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>api key openai ollama llama-server vllm openrouter endpoint interface add cloud remote</source>
        <translation>API-Schlüssel api key Zugangsschlüssel openai ollama llama-server vllm openrouter Endpunkt Schnittstelle hinzufügen Cloud</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>backup bring back</source>
        <translation>Sicherung Backup wiederherstellen zurückholen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>backup save copy</source>
        <translation>Sicherung Backup sichern Kopie Gespräche Chats</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>cancel end</source>
        <translation>abbrechen beenden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>chatgpt claude open webui history</source>
        <translation>chatgpt claude open webui Verlauf</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>compare council opinion another</source>
        <translation>vergleichen Rat Meinung andere</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>delete all erase</source>
        <translation>alles löschen entfernen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>download library discover</source>
        <translation>herunterladen bibliothek entdecken</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>exit close</source>
        <translation>beenden schließen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>find history</source>
        <translation>finden Verlauf</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>history data</source>
        <translation>Verlauf Daten</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>mcp calculator functions</source>
        <translation>mcp Taschenrechner Rechner Funktionen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>mcp servers fetch python calculator permissions</source>
        <translation>mcp Server fetch python Taschenrechner Rechner Erlaubnis</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>new chat</source>
        <translation>neuer chat</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>old chat hide put away</source>
        <translation>alte Unterhaltung Chat weglegen ausblenden</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>outline contents jump</source>
        <translation>Gliederung Inhalt Übersicht springen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>pdf html markdown json</source>
        <translation>pdf html markdown json speichern exportieren</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>pdf paper</source>
        <translation>pdf Papier ausdrucken</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>preferences options</source>
        <translation>optionen voreinstellungen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>prompt tokens template</source>
        <translation>Prompt Token Vorlage</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>regenerate retry again</source>
        <translation>neu erzeugen wiederholen noch einmal</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>remove erase</source>
        <translation>entfernen löschen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>search steps</source>
        <translation>Suche Schritte</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>sidebar</source>
        <translation>seitenleiste</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>steps structure</source>
        <translation>Schritte Struktur Aufbau</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>switch change swap select pick other different llm</source>
        <translation>wechseln ändern tauschen auswählen anderes llm</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>system prompt temperature sampling instructions persona role</source>
        <translation>System-Prompt Systemprompt Temperatur Sampling Anweisungen Persona Rolle</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>system prompt temperature top-p top-k min-p seed sampling instructions persona role behaviour model thinking reasoning token limit preset</source>
        <translation>System-Prompt Systemprompt Temperatur Top-p Top-k Min-p Seed Startwert Sampling Anweisungen Persona Rolle Verhalten Modell Denken Token Grenze Vorgabe</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>theme appearance colours look design</source>
        <translation>design darstellung farben aussehen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>tokens gauge</source>
        <translation>token anzeige kontext</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>trace save</source>
        <translation>Spur speichern</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>unload memory ram vram eject</source>
        <translation>entladen Speicher Arbeitsspeicher RAM VRAM auswerfen</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>unsure confidence fork</source>
        <translation>unsicher Sicherheit Weggabelung Konfidenz</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>vote samples majority</source>
        <translation>Abstimmung Mehrheit Stimmen mehrfach</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom in</source>
        <translation>vergrößern</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom out</source>
        <translation>verkleinern</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom reset</source>
        <translation>zoom zurücksetzen</translation>
    </message>
</context>
<context>
    <name>WindowContent</name>
    <message>
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to open {name}</source>
        <translation>Ablegen, um {name} zu öffnen</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to send %n files along</source>
        <translation>
            <numerusform>Loslassen, um %n Datei mitzusenden</numerusform>
            <numerusform>Loslassen, um %n Dateien mitzusenden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to send the picture along</source>
        <translation>Loslassen, um das Bild mitzusenden</translation>
    </message>
    <message>
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to send {name} along</source>
        <translation>Ablegen, um {name} mitzuschicken</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <location filename="ui/widgets/work_row.py"/>
        <source>End this; nothing is changed</source>
        <translation>Dies beenden; es ändert sich nichts</translation>
    </message>
    <message>
        <location filename="ui/widgets/work_row.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>What is being done</source>
        <translation>Was gerade geschieht</translation>
    </message>
</context>
<context>
    <name>_AlignedModel</name>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>Disagrees</source>
        <translation>Widerspricht</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>Nothing like it</source>
        <translation>Nichts dergleichen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>They part here</source>
        <translation>Hier gehen sie auseinander</translation>
    </message>
</context>
<context>
    <name>_JobRow</name>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>Stop: {job}</source>
        <translation>Stoppen: {job}</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>Stopping: {job}</source>
        <translation>Wird gestoppt: {job}</translation>
    </message>
</context>
<context>
    <name>_PromptText</name>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>The prompt</source>
        <translation>Der Prompt</translation>
    </message>
</context>
<context>
    <name>_Version</name>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Choose which version stands here</source>
        <translation>Wählen, welche Version hier steht</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Go on with this one</source>
        <translation>Diese fortführen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Show this version in the conversation</source>
        <translation>Diese Version in der Unterhaltung zeigen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Thought</source>
        <translation>Gedanke</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Check that it is a file, still there, and that you may open it.</source>
        <translation>Prüfen, ob es eine Datei ist, ob sie noch da ist und ob sie geöffnet werden darf.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Open it in a PDF viewer, save it without a password, and send that along.</source>
        <translation>In einem PDF-Betrachter öffnen, ohne Passwort speichern und das mitschicken.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Reading {name} took longer than {limit} seconds, so it was given up.</source>
        <translation>Das Lesen von {name} dauerte länger als {limit} Sekunden und wurde aufgegeben.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Run a text recognition (OCR) on it first, or paste the text.</source>
        <translation>Zuerst eine Texterkennung (OCR) darüber laufen lassen oder den Text einfügen.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Save it again from its program, or paste the text.</source>
        <translation>In seinem Programm neu speichern oder den Text einfügen.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Save it as PNG or JPEG and send that along.</source>
        <translation>Es als PNG oder JPEG speichern und so mitsenden.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the pages that matter in a file of their own.</source>
        <translation>Die wichtigen Seiten in einer eigenen Datei schicken.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the part that matters, in a file of its own or pasted.</source>
        <translation>Den wichtigen Teil schicken, in einer eigenen Datei oder eingefügt.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the part that matters, or leave out older turns or files.</source>
        <translation>Den wichtigen Teil schicken oder ältere Runden oder Dateien weglassen.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Text, code, Markdown, CSV, JSON and PDF files can be sent along.</source>
        <translation>Text-, Code-, Markdown-, CSV-, JSON- und PDF-Dateien können mitgeschickt werden.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} cannot be read.</source>
        <translation>{name} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} holds no text that a model could read.</source>
        <translation>{name} enthält keinen Text, den ein Modell lesen könnte.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} holds pictures of pages and no text.</source>
        <translation>{name} enthält Bilder von Seiten und keinen Text.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is a picture of a kind that cannot be read.</source>
        <translation>{name} ist ein Bild einer Art, die nicht gelesen werden kann.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is damaged and cannot be read.</source>
        <translation>{name} ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is protected with a password.</source>
        <translation>{name} ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is too large to send along: {size}, and at most {limit} can be read.</source>
        <translation>{name} ist zum Mitschicken zu groß: {size}, und höchstens {limit} können gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} needs {needed} tokens; {free} are free.</source>
        <translation>{name} braucht {needed} Token; {free} sind frei.</translation>
    </message>
    <message>
        <location filename="app/attachments/pdf.py"/>
        <source>Only the first {pages} of {total} pages were read.</source>
        <translation>Nur die ersten {pages} von {total} Seiten wurden gelesen.</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>Save it as PNG or JPEG, or send it along in the window.</source>
        <translation>Es als PNG oder JPEG speichern oder im Fenster mitsenden.</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>Send the part that matters, or make it smaller first.</source>
        <translation>Nur den wichtigen Teil senden oder es vorher verkleinern.</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>{name} has {width} × {height} pixels, {megapixels} million; at most {limit} million can be read.</source>
        <translation>{name} hat {width} × {height} Bildpunkte, {megapixels} Millionen; höchstens {limit} Millionen können gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>{name} is a picture of a kind that cannot be read here.</source>
        <translation>{name} ist ein Bild einer Art, die hier nicht gelesen werden kann.</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>{name} is damaged, or no picture of a kind that can be read.</source>
        <translation>{name} ist beschädigt oder kein Bild einer lesbaren Art.</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Bytes that are no text: {count}. A � stands for each, or nothing.</source>
        <translation>Bytes, die kein Text sind: {count}. Für jedes steht ein � oder nichts.</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Pictures and other data in it were left out: {size}.</source>
        <translation>Bilder und andere Daten darin wurden weggelassen: {size}.</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Read as {encoding}, which is a guess that may be wrong: look whether the letters are right.</source>
        <translation>Als {encoding} gelesen; das ist vermutet und vielleicht falsch: Sehen Sie nach, ob die Buchstaben stimmen.</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Read as {encoding}, which is a guess.</source>
        <translation>Als {encoding} gelesen; das ist vermutet.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>A reply could not be saved yet, so its conversation is only hidden.</source>
        <translation>Eine Antwort konnte noch nicht gespeichert werden, deshalb ist ihre Unterhaltung nur verborgen.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>A reply could not be saved yet, so the backup was not restored.</source>
        <translation>Eine Antwort konnte noch nicht gespeichert werden, deshalb wurde die Sicherung nicht wiederhergestellt.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>A reply is being written, so the backup was not restored.</source>
        <translation>Gerade wird eine Antwort geschrieben, deshalb wurde die Sicherung nicht wiederhergestellt.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Ask a question below it.</source>
        <translation>Stellen Sie darunter eine Frage.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Check that the disk has room and works, and restore again.</source>
        <translation>Prüfen Sie, ob das Laufwerk Platz hat und funktioniert, und stellen Sie dann noch einmal wieder her.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Check that the disk has room and works. What is left goes when Aside starts the next time.</source>
        <translation>Prüfen Sie, ob die Platte Platz hat und funktioniert. Was noch da ist, verschwindet beim nächsten Start von Aside.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Delete these yourself, if nothing else in them is needed: {paths}</source>
        <translation>Löschen Sie diese selbst, wenn sonst nichts darin gebraucht wird: {paths}</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>No summary was written, so no new conversation was begun.</source>
        <translation>Es wurde keine Zusammenfassung geschrieben, daher begann keine neue Unterhaltung.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Stop it, or let it go on.</source>
        <translation>Anhalten oder weiterlaufen lassen.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Stop the reply, or wait for its end, and restore again.</source>
        <translation>Die Antwort stoppen oder ihr Ende abwarten und erneut wiederherstellen.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>The answer goes round in circles.</source>
        <translation>Die Antwort dreht sich im Kreis.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>The conversation is deleted, but some copies could not be changed and may still hold it.</source>
        <translation>Die Unterhaltung ist gelöscht, aber einige Kopien konnten nicht geändert werden und enthalten sie vielleicht noch.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>The reply was ended: it went round in circles.</source>
        <translation>Die Antwort wurde beendet: Sie drehte sich im Kreis.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>This reply was imported without its question, so there is nothing to answer anew.</source>
        <translation>Diese Antwort wurde ohne ihre Frage importiert, deshalb gibt es nichts neu zu beantworten.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Try again, perhaps with another model or a higher temperature.</source>
        <translation>Noch einmal versuchen, vielleicht mit einem anderen Modell oder höherer Temperatur.</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Try again, perhaps with another model, or leave out the oldest turns instead.</source>
        <translation>Erneut versuchen, vielleicht mit einem anderen Modell, oder stattdessen die ältesten Runden weglassen.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>A server cannot be called {name}.</source>
        <translation>Ein Server kann nicht {name} heißen.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Aside is set to stay offline, and {endpoint} is not on this computer.</source>
        <translation>Aside soll offline bleiben, und {endpoint} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Ask again.</source>
        <translation>Fragen Sie noch einmal.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Ask anew, or choose a model on this computer.</source>
        <translation>Fragen Sie neu, oder wählen Sie ein Modell auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Check that {path} may be written and that its disk has room.</source>
        <translation>Prüfen, ob {path} beschrieben werden darf und der Datenträger Platz hat.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Check the address and its port; a network that wants you to log in first answers so, too.</source>
        <translation>Prüfen Sie die Adresse und ihren Port; auch ein Netz, bei dem Sie sich erst anmelden müssen, antwortet so.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Check the spelling, and the connection to its network.</source>
        <translation>Prüfen Sie die Schreibweise und die Verbindung zu seinem Netz.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Choose a name of letters, digits, dots and dashes, forty at most.</source>
        <translation>Wählen Sie einen Namen aus höchstens vierzig Buchstaben, Ziffern, Punkten und Strichen.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Choose another name, or remove that server first.</source>
        <translation>Wählen Sie einen anderen Namen, oder entfernen Sie zuerst jenen Server.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Copy it again from where it was given to you.</source>
        <translation>Kopieren Sie ihn noch einmal von dort, wo Sie ihn bekommen haben.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Give it one on the models page, under Servers, or with: aside endpoints add URL --key -, or set the variable ASIDE_ENDPOINT_KEY.</source>
        <translation>Geben Sie ihm einen auf der Modellseite unter „Server“ oder mit: aside endpoints add URL --key -, oder setzen Sie die Variable ASIDE_ENDPOINT_KEY.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>If it is your own, name the file of its authority in the variable SSL_CERT_FILE.</source>
        <translation>Ist es Ihr eigenes, nennen Sie die Datei seiner Zertifizierungsstelle in der Variablen SSL_CERT_FILE.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>If that is the right place, use its address.</source>
        <translation>Wenn das der richtige Ort ist, verwenden Sie seine Adresse.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Keep one with: aside endpoints add URL</source>
        <translation>Merken Sie einen mit: aside endpoints add URL</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Limit the length of the answer, or restart the server.</source>
        <translation>Begrenzen Sie die Länge der Antwort, oder starten Sie den Server neu.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Mend {path}, or move it elsewhere and add the servers anew.</source>
        <translation>Reparieren Sie {path}, oder verschieben Sie die Datei und fügen Sie die Server neu hinzu.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>No computer of the name in {endpoint} was found.</source>
        <translation>Kein Computer mit dem Namen in {endpoint} wurde gefunden.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>No server is kept under the name {name}.</source>
        <translation>Unter dem Namen {name} ist kein Server gemerkt.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Nothing has come from the server at {endpoint} for {silence}.</source>
        <translation>Vom Server unter {endpoint} ist seit {silence} nichts gekommen.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See its models with: aside endpoints models</source>
        <translation>Seine Modelle zeigt: aside endpoints models</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See what its log says, then ask again.</source>
        <translation>Sehen Sie in seinem Protokoll nach, und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See what the key may do, and whether the server takes questions from this computer.</source>
        <translation>Sehen Sie nach, was der Schlüssel darf und ob der Server Fragen von diesem Computer annimmt.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See whether it has this model, and whether the question fits into its context.</source>
        <translation>Sehen Sie nach, ob er dieses Modell hat und ob die Frage in seinen Kontext passt.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See whether it runs, and whether the address is right, then ask again.</source>
        <translation>Sehen Sie nach, ob er läuft und ob die Adresse stimmt, und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See whether it still works, then ask again.</source>
        <translation>Sehen Sie nach, ob er noch arbeitet, und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Send fewer or smaller files and pictures.</source>
        <translation>Senden Sie weniger oder kleinere Dateien und Bilder.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Switch “Stay offline” off in the settings to ask servers elsewhere.</source>
        <translation>Schalten Sie „Offline bleiben“ in den Einstellungen aus, um Server anderswo zu fragen.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The answer of the server at {endpoint} broke off.</source>
        <translation>Die Antwort des Servers {endpoint} brach ab.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The certificate of {endpoint} is not trusted, so nothing was asked.</source>
        <translation>Dem Zertifikat von {endpoint} wird nicht vertraut, deshalb wurde nichts gefragt.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The key for {endpoint} holds characters that no key has.</source>
        <translation>Der Schlüssel für {endpoint} enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The list of servers cannot be read.</source>
        <translation>Die Liste der Server kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The list of servers cannot be saved.</source>
        <translation>Die Liste der Server kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The question is too large for the server at {endpoint}: {words}</source>
        <translation>Die Frage ist für den Server unter {endpoint} zu groß: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} answers with a web page, not as a server of models does.</source>
        <translation>Der Server unter {endpoint} antwortet mit einer Webseite und nicht wie ein Server für Modelle.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} answers with {what}, not as a server of models does.</source>
        <translation>Der Server unter {endpoint} antwortet mit {what} und nicht wie ein Server für Modelle.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} asks for a key: {words}</source>
        <translation>Der Server unter {endpoint} verlangt einen Schlüssel: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} asks us to wait {wait}: {words}</source>
        <translation>Der Server unter {endpoint} bittet um {wait} Geduld: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} cannot be reached.</source>
        <translation>Der Server {endpoint} ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} does not accept the key: {words}</source>
        <translation>Der Server unter {endpoint} nimmt den Schlüssel nicht an: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} does not allow this: {words}</source>
        <translation>Der Server unter {endpoint} erlaubt das nicht: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} does not have what was asked for: {words}</source>
        <translation>Der Server unter {endpoint} hat nicht, wonach gefragt wurde: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} failed with {status}: {words}</source>
        <translation>Der Server unter {endpoint} scheiterte mit {status}: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} has too much to do: {words}</source>
        <translation>Der Server unter {endpoint} hat zu viel zu tun: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} refused with {status}: {words}</source>
        <translation>Der Server {endpoint} lehnte mit {status} ab: {words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} sends us on to {place}, and nothing was sent there.</source>
        <translation>Der Server unter {endpoint} verweist an {place}; dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} writes without an end, so the connection was closed.</source>
        <translation>Der Server unter {endpoint} schreibt ohne Ende, deshalb wurde die Verbindung geschlossen.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>These are: {names}.</source>
        <translation>Es gibt: {names}.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Wait, then ask again.</source>
        <translation>Warten Sie, und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>{name} is the name of {endpoint} already.</source>
        <translation>{name} heißt schon {endpoint}.</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>{name} runs on a server, which cannot go on from words that are given to it.</source>
        <translation>{name} läuft auf einem Server, der vorgegebene Worte nicht fortsetzen kann.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Choose the model file itself.</source>
        <translation>Die Modelldatei selbst wählen.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Choose the ordinary file of the same model.</source>
        <translation>Die gewöhnliche Datei desselben Modells wählen.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Download the file again, or choose another one.</source>
        <translation>Die Datei erneut herunterladen oder eine andere wählen.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Download the file again, or copy it again from where it came.</source>
        <translation>Die Datei erneut herunterladen oder noch einmal von ihrer Quelle kopieren.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>It was made for another program, or is too new or too old: choose another quantization.</source>
        <translation>Die Datei wurde für ein anderes Programm gemacht oder ist zu neu oder zu alt: Wählen Sie eine andere Quantisierung.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Look for a newer file of the same model.</source>
        <translation>Suchen Sie eine neuere Datei desselben Modells.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Look for an update of Aside, or choose another file of the same model.</source>
        <translation>Suchen Sie nach einer neueren Version von Aside, oder wählen Sie eine andere Datei desselben Modells.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} cannot write text; it is a part of a model or of another kind.</source>
        <translation>{name} kann keinen Text schreiben; es ist Teil eines Modells oder von anderer Art.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is cut short: {present} of at least {needed} are there.</source>
        <translation>{name} ist abgeschnitten: {present} von mindestens {needed} sind da.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is damaged: its header makes no sense.</source>
        <translation>{name} ist beschädigt: der Kopf ergibt keinen Sinn.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is not whole: its end holds nothing but zeros, as when a download broke off.</source>
        <translation>{name} ist nicht ganz: Am Ende stehen nur Nullen, wie nach einem abgebrochenen Download.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is written for big-endian machines and cannot be used on this one.</source>
        <translation>{name} ist für Big-Endian-Rechner geschrieben und kann auf diesem nicht benutzt werden.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is written in version {version} of GGUF, newer than this version of Aside.</source>
        <translation>{name} ist in Version {version} von GGUF geschrieben, neuer als diese Version von Aside.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is written in version {version} of GGUF, which is read no more.</source>
        <translation>{name} ist in Version {version} von GGUF geschrieben, die nicht mehr gelesen wird.</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} stores its weights in a way that this version does not know (type {number}).</source>
        <translation>{name} speichert die Gewichte auf eine Weise, die diese Version nicht kennt (Typ {number}).</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Choose a file that ends in .gguf, or download a GGUF file from the Hub.</source>
        <translation>Wählen Sie eine Datei, die auf .gguf endet, oder laden Sie eine GGUF-Datei vom Hub.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Choose a whole model in GGUF.</source>
        <translation>Wählen Sie ein ganzes Modell in GGUF.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Choose the file of the same name without “._” before it.</source>
        <translation>Wählen Sie die Datei gleichen Namens ohne „._“ davor.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Download the file again; its page may ask you to log in or to accept a licence first.</source>
        <translation>Laden Sie die Datei noch einmal herunter; ihre Seite verlangt vielleicht zuerst eine Anmeldung oder die Zustimmung zu einer Lizenz.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Join the pieces to one file, in their order: {whole}</source>
        <translation>Fügen Sie die Stücke der Reihe nach zu einer Datei zusammen: {whole}</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Look for a GGUF file of the same model.</source>
        <translation>Suchen Sie eine GGUF-Datei desselben Modells.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Run “git lfs pull” in its folder, or download the file from its page.</source>
        <translation>Führen Sie „git lfs pull“ in seinem Ordner aus, oder laden Sie die Datei von ihrer Seite.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Unpack it, and choose the .gguf file in it.</source>
        <translation>Entpacken Sie es und wählen Sie die .gguf-Datei darin.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} holds a model in the format of {what}, not in GGUF.</source>
        <translation>{name} enthält ein Modell im Format von {what}, nicht in GGUF.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} holds nothing but zeros: its download never arrived.</source>
        <translation>{name} enthält nur Nullen: Der Download ist nie angekommen.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} holds what macOS notes about a file, not the file.</source>
        <translation>{name} enthält, was macOS über eine Datei vermerkt, nicht die Datei.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a LoRA adapter of a format older than GGUF.</source>
        <translation>{name} ist ein LoRA-Adapter in einem älteren Format als GGUF.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a shortcut to a page, not the model.</source>
        <translation>{name} ist eine Verknüpfung zu einer Seite, nicht das Modell.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a text and no model; it says: {words}</source>
        <translation>{name} ist ein Text und kein Modell; darin steht: {words}</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a web page that was saved in the place of the model.</source>
        <translation>{name} ist eine Webseite, die anstelle des Modells gespeichert wurde.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is an archive ({what}), not the model itself.</source>
        <translation>{name} ist ein Archiv ({what}), nicht das Modell selbst.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is not a GGUF model file.</source>
        <translation>{name} ist keine GGUF-Modelldatei.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is of a format older than GGUF, which nothing reads any more.</source>
        <translation>{name} hat ein älteres Format als GGUF, das nichts mehr liest.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is part {number} of a file that was cut into pieces.</source>
        <translation>{name} ist Teil {number} einer Datei, die in Stücke geschnitten wurde.</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} only points to a model of {size} that was not fetched (Git LFS).</source>
        <translation>{name} verweist nur auf ein Modell von {size}, das nicht geholt wurde (Git LFS).</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose a model into which the adapter was merged.</source>
        <translation>Wählen Sie ein Modell, in das der Adapter eingerechnet wurde.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose one of the models beside it.</source>
        <translation>Wählen Sie eines der Modelle daneben.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose the file of a whole model.</source>
        <translation>Wählen Sie die Datei eines ganzen Modells.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose the model itself; this part is found beside it.</source>
        <translation>Wählen Sie das Modell selbst; dieser Teil wird daneben gefunden.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} holds a vocabulary and no weights.</source>
        <translation>{name} enthält ein Vokabular und keine Gewichte.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a LoRA adapter: it changes another model, and writes nothing by itself.</source>
        <translation>{name} ist ein LoRA-Adapter: Er verändert ein anderes Modell und schreibt selbst nichts.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a control vector: it changes another model, and writes nothing by itself.</source>
        <translation>{name} ist ein Steuervektor: Er verändert ein anderes Modell und schreibt selbst nichts.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a model for speech, and writes no answers.</source>
        <translation>{name} ist ein Modell für Sprache und schreibt keine Antworten.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a model that compares texts, and writes none.</source>
        <translation>{name} ist ein Modell, das Texte vergleicht und keine schreibt.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a model that makes images or films, and no text.</source>
        <translation>{name} ist ein Modell, das Bilder oder Filme macht und keinen Text.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is an adapter: it changes another model, and writes nothing by itself.</source>
        <translation>{name} ist ein Adapter: Er verändert ein anderes Modell und schreibt selbst nichts.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is an importance matrix: models are quantized with its help.</source>
        <translation>{name} ist eine Wichtigkeitsmatrix: Mit ihrer Hilfe werden Modelle quantisiert.</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is the part of a model that sees images or hears, not the model.</source>
        <translation>{name} ist der Teil eines Modells, der Bilder sieht oder hört, nicht das Modell.</translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>Choose a context of at most {max_context} tokens, or a smaller quantization.</source>
        <translation>Einen Kontext von höchstens {max_context} Token oder eine kleinere Quantisierung wählen.</translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>Choose a smaller quantization or a smaller model, or close other programs.</source>
        <translation>Eine kleinere Quantisierung oder ein kleineres Modell wählen oder andere Programme schließen.</translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>{name} needs {need} of memory; {free} are free.</source>
        <translation>{name} braucht {need} Speicher; {free} sind frei.</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Careful maths</source>
        <translation>Sorgfältige Mathematik</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Critic</source>
        <translation>Kritik</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Explain it to me</source>
        <translation>Erklär es mir</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Plain</source>
        <translation>Schlicht</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Short answers</source>
        <translation>Kurze Antworten</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Think with a calculator</source>
        <translation>Mit Taschenrechner denken</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>A backup is being restored, so nothing can be changed just now.</source>
        <translation>Eine Sicherung wird wiederhergestellt, deshalb lässt sich gerade nichts ändern.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Another program is using the conversations.</source>
        <translation>Ein anderes Programm benutzt die Unterhaltungen.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Check that the disk that holds {path} has room and works; Aside goes on trying. Closing now leaves it in a file elsewhere, if one can be written.</source>
        <translation>Bitte prüfen, ob der Datenträger mit {path} Platz hat und funktioniert; Aside versucht es weiter. Beim Schließen bleibt es in einer Datei an anderer Stelle, sofern eine geschrieben werden kann.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Check that {path} may be written, and that its disk works and has room for you.</source>
        <translation>Prüfen, ob {path} beschrieben werden darf und der Datenträger funktioniert und Platz hat.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Choose another backup than {path}. Your conversations are as they were.</source>
        <translation>Eine andere Sicherung als {path} wählen. Die Unterhaltungen sind unverändert.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Close the other program that has {path} open; Aside keeps trying to save.</source>
        <translation>Das andere Programm schließen, das {path} geöffnet hat; Aside versucht weiter zu speichern.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Free some space on the disk that holds {path}. The conversations and the older backups are whole.</source>
        <translation>Auf dem Datenträger von {path} Platz schaffen. Die Unterhaltungen und die älteren Sicherungen sind unversehrt.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Free some space on the disk that holds {path}. What is on the screen stays, and is saved when there is room.</source>
        <translation>Auf dem Datenträger von {path} Platz schaffen. Was auf dem Bildschirm steht, bleibt und wird gespeichert, sobald Platz ist.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>It is {path}. This is said until the file is moved or deleted.</source>
        <translation>Es ist {path}. Dieser Hinweis erscheint, bis die Datei verschoben oder gelöscht ist.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Look for {path}: it was moved, renamed or deleted, or its disk is not there. Put it back and try again, or restore a backup.</source>
        <translation>Suchen Sie {path}: Sie wurde verschoben, umbenannt oder gelöscht, oder ihr Datenträger ist nicht da. Legen Sie sie zurück und versuchen Sie es noch einmal, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Missing conversations and messages: {missing}. Restore a backup, or put the right file in the place of {path} and try again. If this is the right one, go on with it.</source>
        <translation>Fehlende Unterhaltungen und Nachrichten: {missing}. Stellen Sie eine Sicherung wieder her, oder legen Sie die richtige Datei an die Stelle von {path} und versuchen Sie es noch einmal. Wenn diese die richtige ist, fahren Sie damit fort.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>No message can be read in the damaged file.</source>
        <translation>In der beschädigten Datei lässt sich keine Nachricht lesen.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Put a backup in the place of {path}, or start a new history: the file is kept beside it.</source>
        <translation>Eine Sicherung an die Stelle von {path} setzen oder neu beginnen: die Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Restore a backup, or start with an empty history; {path} is kept beside it.</source>
        <translation>Stellen Sie eine Sicherung wieder her, oder beginnen Sie mit einem leeren Verlauf; {path} bleibt daneben erhalten.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The conversations cannot be saved to their file.</source>
        <translation>Die Unterhaltungen können nicht in ihre Datei gespeichert werden.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The conversations were last opened with a newer version of Aside.</source>
        <translation>Die Unterhaltungen wurden zuletzt mit einer neueren Version von Aside geöffnet.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The disk is full, so the conversation cannot be saved.</source>
        <translation>Der Datenträger ist voll, deshalb kann die Unterhaltung nicht gespeichert werden.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations holds less than the newest backup.</source>
        <translation>Die Datei mit den Unterhaltungen enthält weniger als die neueste Sicherung.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations is damaged.</source>
        <translation>Die Datei mit den Unterhaltungen ist beschädigt.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations is not where it was.</source>
        <translation>Die Datei mit den Unterhaltungen ist nicht mehr, wo sie war.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations was moved, deleted or replaced while Aside had it open.</source>
        <translation>Die Datei mit den Unterhaltungen wurde verschoben, gelöscht oder ersetzt, während Aside sie geöffnet hatte.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>There is no room for a backup of the conversations.</source>
        <translation>Für eine Sicherung der Unterhaltungen ist kein Platz.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>This backup is damaged and cannot be restored.</source>
        <translation>Diese Sicherung ist beschädigt und kann nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Try again when it is restored, or stop that. What you have typed is kept.</source>
        <translation>Versuchen Sie es danach noch einmal, oder stoppen Sie die Wiederherstellung. Was getippt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Update Aside, or move {path} away to start a new history. Nothing was changed.</source>
        <translation>Aside aktualisieren oder {path} beiseitelegen, um neu zu beginnen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>What Aside still had of it is among the backups. Restore that, or put {path} back and try again.</source>
        <translation>Was Aside noch davon hatte, liegt bei den Sicherungen. Stellen Sie das wieder her, oder legen Sie {path} zurück und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>What came last is not saved yet.</source>
        <translation>Das Letzte ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>What could not be saved when Aside was closed is kept in a file.</source>
        <translation>Was beim Schließen von Aside nicht gespeichert werden konnte, liegt in einer Datei.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Check that the file may be used, and that its disk works and has room.</source>
        <translation>Prüfen, ob die Datei benutzt werden darf und ob ihr Datenträger funktioniert und Platz hat.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose a shorter name.</source>
        <translation>Bitte einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose an export of Aside, ChatGPT, Claude, Open WebUI, LM Studio or llama.cpp’s page, a chat of SillyTavern, or messages.jsonl of a thread in Jan; zips of these are read, too.</source>
        <translation>Wählen Sie einen Export von Aside, ChatGPT, Claude, Open WebUI, LM Studio oder der Seite von llama.cpp, einen Chat von SillyTavern oder messages.jsonl eines Threads in Jan; auch ZIP-Dateien davon werden gelesen.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose another folder, or another disk.</source>
        <translation>Bitte einen anderen Ordner oder einen anderen Datenträger wählen.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose another folder, or connect its disk again.</source>
        <translation>Bitte einen anderen Ordner wählen oder den Datenträger wieder anschließen.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Export the conversations again, and check that the file was copied as a whole.</source>
        <translation>Die Unterhaltungen erneut exportieren und prüfen, ob die Datei vollständig kopiert wurde.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Free some space there, or choose another place. What is in the window is not lost.</source>
        <translation>Dort Platz schaffen oder einen anderen Ort wählen. Im Fenster geht nichts verloren.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Leave that conversation out of the export.</source>
        <translation>Diese Unterhaltung beim Export weglassen.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>The file was not written: its name is too long.</source>
        <translation>Die Datei wurde nicht geschrieben: Ihr Name ist zu lang.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>The folder for {name} is not there.</source>
        <translation>Der Ordner für {name} ist nicht da.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>There is no room for {name} on that disk.</source>
        <translation>Für {name} ist auf diesem Datenträger kein Platz.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} cannot be read or written.</source>
        <translation>{name} kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} holds a conversation that is too large to import.</source>
        <translation>{name} enthält eine Unterhaltung, die zum Importieren zu groß ist.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} holds no conversations that Aside can read.</source>
        <translation>{name} enthält keine Unterhaltungen, die Aside lesen kann.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} is damaged, so nothing was imported.</source>
        <translation>{name} ist beschädigt, deshalb wurde nichts importiert.</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} may not be written in that folder.</source>
        <translation>{name} darf in diesem Ordner nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="app/history/reply_queries.py"/>
        <source>Aside was closed while this reply was being written.</source>
        <translation>Aside wurde geschlossen, während diese Antwort geschrieben wurde.</translation>
    </message>
    <message>
        <location filename="app/history/reply_queries.py"/>
        <source>This reply was still being written when the backup was made.</source>
        <translation>An dieser Antwort wurde noch geschrieben, als die Sicherung entstand.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/hub_address.py"/>
        <source>Open the model's page on the Hub, and copy its address from there.</source>
        <translation>Die Seite des Modells im Hub öffnen und dort die Adresse kopieren.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/hub_address.py"/>
        <source>This link names no model: {link}</source>
        <translation>Dieser Link nennt kein Modell: {link}</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Free for any use, also commercial; keep the notice.</source>
        <translation>Frei für jeden Zweck, auch gewerblich; der Hinweis muss erhalten bleiben.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Free for any use; what you build from it must stay under the same terms.</source>
        <translation>Frei für jeden Zweck; was daraus entsteht, muss unter denselben Bedingungen bleiben.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Free for most uses, also commercial, under the maker's conditions; read them first.</source>
        <translation>Für die meisten Zwecke frei, auch gewerblich, unter den Bedingungen des Herstellers; diese zuerst lesen.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Not for commercial use.</source>
        <translation>Nicht für gewerbliche Zwecke.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>The maker names no licence that Aside knows; read the model's page before using it.</source>
        <translation>Der Hersteller nennt keine Aside bekannte Lizenz; vor der Nutzung die Seite des Modells lesen.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/model_page.py"/>
        <source>Download it without images, or choose the repository of a model that sees.</source>
        <translation>Ohne Bilder herunterladen oder das Repository eines sehenden Modells wählen.</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/model_page.py"/>
        <source>{repo} has no part that sees images (an mmproj file).</source>
        <translation>{repo} hat keinen Teil, der Bilder sieht (eine mmproj-Datei).</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Aside is set to stay offline.</source>
        <translation>Aside soll offline bleiben.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Ask for access on {page} with the account that your access token belongs to.</source>
        <translation>Auf {page} mit dem Konto um Zugang bitten, zu dem das Zugangstoken gehört.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Ask for access on {page}, then enter your access token (HF_TOKEN).</source>
        <translation>Auf {page} um Zugang bitten, dann das Zugangstoken eingeben (HF_TOKEN).</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the internet connection and the name of the mirror, if you set one.</source>
        <translation>Die Internetverbindung und den Namen des Spiegels prüfen, falls einer eingestellt ist.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the internet connection, and the proxy if you use one.</source>
        <translation>Die Internetverbindung und den Proxy prüfen, falls einer benutzt wird.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the mirror in the settings, and whether this network wants you to log in first.</source>
        <translation>Den Spiegel in den Einstellungen prüfen, und ob dieses Netz zuerst eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the name; for a private model, enter an access token from {page}.</source>
        <translation>Den Namen prüfen; für ein privates Modell ein Zugangstoken von {page} eingeben.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the proxy in the settings; it must begin with http:// and may need a name and password.</source>
        <translation>Den Proxy in den Einstellungen prüfen; er muss mit http:// beginnen und braucht vielleicht Name und Passwort.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the spelling, or search: aside models search. A private model needs an access token.</source>
        <translation>Die Schreibweise prüfen oder suchen: aside models search. Ein privates Modell braucht ein Zugangstoken.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check this computer's date and time. In a company network, its certificate must be installed.</source>
        <translation>Datum und Uhrzeit dieses Computers prüfen. In einem Firmennetz muss dessen Zertifikat installiert sein.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check whether your network blocks it, and whether your access token has the right to read.</source>
        <translation>Prüfen, ob das Netz ihn sperrt und ob das Zugangstoken lesen darf.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Choose another file; this one is probably damaged.</source>
        <translation>Eine andere Datei wählen; diese ist wahrscheinlich beschädigt.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Copy it again from the Hub and enter it anew; it begins with hf_.</source>
        <translation>Es noch einmal vom Hub kopieren und neu eingeben; es beginnt mit hf_.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Copy it again from the Hub into the variable {variable}; it begins with hf_.</source>
        <translation>Es noch einmal vom Hub in die Variable {variable} kopieren; es beginnt mit hf_.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct it in the settings; it must begin with http://.</source>
        <translation>In den Einstellungen berichtigen; die Adresse muss mit http:// beginnen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the mirror in the settings; the address begins with https://.</source>
        <translation>Den Spiegel in den Einstellungen berichtigen; die Adresse beginnt mit https://.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the variable {variable}, or remove it; the address begins with https://.</source>
        <translation>Die Variable {variable} berichtigen oder entfernen; die Adresse beginnt mit https://.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the variables HTTPS_PROXY and ALL_PROXY; they must begin with http://.</source>
        <translation>Die Variablen HTTPS_PROXY und ALL_PROXY berichtigen; sie müssen mit http:// beginnen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the variables SSL_CERT_FILE and SSL_CERT_DIR, or remove them.</source>
        <translation>Die Variablen SSL_CERT_FILE und SSL_CERT_DIR berichtigen oder entfernen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Do not use this repository; report it to the Hub.</source>
        <translation>Dieses Repository nicht benutzen; dem Hub melden.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>It has no GGUF model files. Look for a repository whose name ends in GGUF.</source>
        <translation>Es enthält keine GGUF-Modelldateien. Nach einem Repository suchen, dessen Name auf GGUF endet.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>It has: {available}.</source>
        <translation>Vorhanden: {available}.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Name one of them: {files}.</source>
        <translation>Eine davon nennen: {files}.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Nothing has come from {host} for {timeout}.</source>
        <translation>Von {host} kam {timeout} lang nichts.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>See its files with: aside models files {repo}</source>
        <translation>Die Dateien zeigt: aside models files {repo}</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Several files of {repo} are “{wanted}”.</source>
        <translation>Mehrere Dateien von {repo} sind „{wanted}“.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Start the download again to get the new file.</source>
        <translation>Den Download neu starten, um die neue Datei zu bekommen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Switch “Stay offline” off in the settings to search and download.</source>
        <translation>„Offline bleiben“ in den Einstellungen ausschalten, um zu suchen und herunterzuladen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The Hub asks who you are before it shows {repo}.</source>
        <translation>Der Hub fragt, wer Sie sind, bevor er {repo} zeigt.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The access token for {host} holds characters that no token has.</source>
        <translation>Das Zugangstoken für {host} enthält Zeichen, die kein Token hat.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The address of {host} could not be found.</source>
        <translation>Die Adresse von {host} wurde nicht gefunden.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The certificate of {host} is not trusted, so nothing was sent or read.</source>
        <translation>Dem Zertifikat von {host} wird nicht vertraut, deshalb wurde nichts gesendet oder gelesen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The certificates that this computer trusts cannot be read.</source>
        <translation>Die Zertifikate, denen dieser Computer vertraut, können nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The connection to {host} broke off.</source>
        <translation>Die Verbindung zu {host} brach ab.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The description at the start of {file} does not end within {read}.</source>
        <translation>Die Beschreibung am Anfang von {file} endet nicht innerhalb von {read}.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The file name {file} is not safe to write.</source>
        <translation>Der Dateiname {file} ist nicht sicher zu schreiben.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The file on the server is not the one it announces. Try again later or choose another file.</source>
        <translation>Die Datei auf dem Server ist nicht die angekündigte. Später erneut versuchen oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The proxy that is set is of a kind that Aside cannot use.</source>
        <translation>Der eingestellte Proxy ist von einer Art, die Aside nicht benutzen kann.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The proxy {proxy} did not let the connection through.</source>
        <translation>Der Proxy {proxy} ließ die Verbindung nicht durch.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The server does not allow access to {what}.</source>
        <translation>Der Server erlaubt keinen Zugang zu {what}.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The server does not have the part of {file} that was asked for.</source>
        <translation>Der Server hat den angeforderten Teil von {file} nicht.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>There is no model {repo} on the Hub.</source>
        <translation>Auf dem Hub gibt es kein Modell {repo}.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Try again; if it stays, try without the proxy or mirror.</source>
        <translation>Erneut versuchen; bleibt es so, ohne Proxy oder Spiegel versuchen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Try again; what has arrived is kept.</source>
        <translation>Erneut versuchen; was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Try another network or without a mirror; if it stays, tell the model's maker.</source>
        <translation>Ein anderes Netz oder ohne Spiegel versuchen; bleibt es so, dem Hersteller des Modells melden.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Wait a while, then try again; what has arrived is kept.</source>
        <translation>Eine Weile warten, dann erneut versuchen; was schon da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Wait for it, or stop it there.</source>
        <translation>Abwarten oder dort anhalten.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Wait, then try again. With an access token more requests are allowed.</source>
        <translation>Warten, dann erneut versuchen. Mit einem Zugangstoken sind mehr Anfragen erlaubt.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>What arrived as {file} is not the file that was published, so it was deleted.</source>
        <translation>Was als {file} ankam, ist nicht die veröffentlichte Datei und wurde gelöscht.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{file} changed on the Hub during the download.</source>
        <translation>{file} hat sich während des Downloads auf dem Hub geändert.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{file} is already being downloaded by another Aside (process {pid}).</source>
        <translation>{file} wird bereits von einem anderen Aside heruntergeladen (Prozess {pid}).</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} answered something that makes no sense.</source>
        <translation>{host} antwortete etwas, das keinen Sinn ergibt.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} cannot be reached.</source>
        <translation>{host} ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} does not accept the download's address any more.</source>
        <translation>{host} nimmt die Adresse des Downloads nicht mehr an.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} has a problem of its own (status {status}).</source>
        <translation>{host} hat selbst ein Problem (Status {status}).</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} received too many requests from this network and asks to wait {wait}.</source>
        <translation>{host} bekam zu viele Anfragen aus diesem Netz und bittet, {wait} zu warten.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host}, or something on the way, does not send the bytes that were asked for.</source>
        <translation>{host} oder etwas auf dem Weg sendet nicht die angeforderten Bytes.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} has no file {file}.</source>
        <translation>{repo} hat keine Datei {file}.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} has no model to download.</source>
        <translation>{repo} hat kein Modell zum Herunterladen.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} has no “{wanted}”.</source>
        <translation>{repo} hat kein „{wanted}“.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} is gated: its maker decides who may download it.</source>
        <translation>{repo} ist zugangsbeschränkt: der Hersteller entscheidet, wer es herunterladen darf.</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>“{endpoint}” is no address of a Hub.</source>
        <translation>„{endpoint}“ ist keine Adresse eines Hub.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Cannot be reached now: {names}.</source>
        <translation>Jetzt nicht erreichbar: {names}.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Check that you may read it and that its disk works.</source>
        <translation>Prüfen, ob sie gelesen werden darf und ob der Datenträger funktioniert.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Check the path; if the file is on another disk, connect it.</source>
        <translation>Den Pfad prüfen; liegt die Datei auf einem anderen Datenträger, diesen verbinden.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Choose a name that no other model has.</source>
        <translation>Einen Namen wählen, den kein anderes Modell hat.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Connect its disk and start Aside again, or choose another model.</source>
        <translation>Schließen Sie seine Platte an und starten Sie Aside neu, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Connect the disk that the files are on, or check that you may read them.</source>
        <translation>Den Datenträger mit den Dateien anschließen oder prüfen, ob sie gelesen werden dürfen.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Did you mean {close_matches}?</source>
        <translation>War {close_matches} gemeint?</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Get the file again, or remove the model with: aside models remove.</source>
        <translation>Die Datei neu besorgen oder das Modell entfernen mit: aside models remove.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>It is small; simply choose another model.</source>
        <translation>Es ist klein; einfach ein anderes Modell wählen.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>No model can be renamed to “{name}”.</source>
        <translation>Kein Modell kann in „{name}“ umbenannt werden.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Not sound: {names}.</source>
        <translation>Nicht in Ordnung: {names}.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Put the missing files beside the others: {missing}.</source>
        <translation>Die fehlenden Dateien neben die anderen legen: {missing}.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>See the names with: aside models list. A file is named by its path.</source>
        <translation>Die Namen zeigt: aside models list. Eine Datei wird mit ihrem Pfad genannt.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>The list of models cannot be saved.</source>
        <translation>Die Liste der Modelle kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>The model {name} that was used last is not there now.</source>
        <translation>Das zuletzt benutzte Modell {name} ist gerade nicht da.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>There is no model “{name}” on this computer.</source>
        <translation>Auf diesem Computer gibt es kein Modell „{name}“.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Unload the model, close programs that use the file, and check that you may delete it.</source>
        <translation>Das Modell entladen, Programme schließen, die die Datei benutzen, und prüfen, ob sie gelöscht werden darf.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Use one of these names: {matches}.</source>
        <translation>Einen dieser Namen benutzen: {matches}.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>{path} cannot be deleted.</source>
        <translation>{path} kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>{path} cannot be read.</source>
        <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>“{name}” belongs to Aside and cannot be removed.</source>
        <translation>„{name}“ gehört zu Aside und kann nicht entfernt werden.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>“{name}” is incomplete.</source>
        <translation>„{name}“ ist unvollständig.</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>“{name}” may mean several models.</source>
        <translation>„{name}“ kann mehrere Modelle meinen.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Allow writing there, or choose another models folder in the settings.</source>
        <translation>Dort das Schreiben erlauben oder in den Einstellungen einen anderen Modellordner wählen.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Check the disk, or choose another models folder in the settings.</source>
        <translation>Den Datenträger prüfen oder in den Einstellungen einen anderen Modellordner wählen.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Choose a models folder on another disk, or a smaller or divided file.</source>
        <translation>Einen Modellordner auf einem anderen Datenträger oder eine kleinere oder geteilte Datei wählen.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Choose a models folder with a shorter path in the settings.</source>
        <translation>In den Einstellungen einen Modellordner mit kürzerem Pfad wählen.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Connect it again and continue the download.</source>
        <translation>Wieder verbinden und den Download fortsetzen.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Free some space, remove models you do not use, or move the models folder.</source>
        <translation>Platz schaffen, unbenutzte Modelle entfernen oder den Modellordner verschieben.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Nothing can be written in {folder}.</source>
        <translation>In {folder} kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The disk of {folder} cannot hold a file of {size}: its format (FAT32) ends at 4.3 GB.</source>
        <translation>Der Datenträger von {folder} kann keine Datei von {size} fassen: sein Format (FAT32) endet bei 4.3 GB.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The disk of {folder} is full.</source>
        <translation>Der Datenträger von {folder} ist voll.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The disk of {folder} is not there any more.</source>
        <translation>Der Datenträger von {folder} ist nicht mehr da.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The downloads need {needed} on the disk of {folder}, and {spare} should stay free; {free} are free.</source>
        <translation>Die Downloads brauchen {needed} auf dem Datenträger von {folder}, und {spare} sollen frei bleiben; {free} sind frei.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The downloads need {needed} on the disk of {folder}; {free} are free.</source>
        <translation>Die Downloads brauchen {needed} auf dem Datenträger von {folder}; {free} sind frei.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The path of {file} is too long for this system ({length} characters).</source>
        <translation>Der Pfad von {file} ist für dieses System zu lang ({length} Zeichen).</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>{path} cannot be written.</source>
        <translation>{path} kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/download_queue.py"/>
        <source>The download failed for an unknown reason.</source>
        <translation>Der Download ist aus unbekanntem Grund fehlgeschlagen.</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/download_queue.py"/>
        <source>Try again.</source>
        <translation>Bitte erneut versuchen.</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: an internal check of llama.cpp failed.</source>
        <translation>Die Engine hat unerwartet aufgehört: eine innere Prüfung von llama.cpp schlug fehl.</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: it accessed memory that it must not.</source>
        <translation>Die Engine hat unerwartet aufgehört: sie griff auf Speicher zu, der ihr nicht gehört.</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: it was ended from outside, often because memory ran out.</source>
        <translation>Die Engine hat unerwartet aufgehört: sie wurde von außen beendet, oft weil der Speicher nicht reichte.</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: it was ended from outside.</source>
        <translation>Die Engine hat unerwartet aufgehört: sie wurde von außen beendet.</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: the model file could not be read any further.</source>
        <translation>Die Engine hat unerwartet aufgehört: die Modelldatei ließ sich nicht weiter lesen.</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: this processor lacks an instruction that it needs.</source>
        <translation>Die Engine hat unerwartet aufgehört: diesem Prozessor fehlt ein Befehl, den sie braucht.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a fifth of the time.</source>
        <translation>Entwerfen hat etwa ein Fünftel der Zeit gespart.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a quarter of the time.</source>
        <translation>Entwerfen hat etwa ein Viertel der Zeit gespart.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a tenth of the time.</source>
        <translation>Entwerfen hat etwa ein Zehntel der Zeit gespart.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a third of the time.</source>
        <translation>Entwerfen hat etwa ein Drittel der Zeit gespart.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about half of the time.</source>
        <translation>Entwerfen hat etwa die Hälfte der Zeit gespart.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about three quarters of the time.</source>
        <translation>Entwerfen hat etwa drei Viertel der Zeit gespart.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about two thirds of the time.</source>
        <translation>Entwerfen hat etwa zwei Drittel der Zeit gespart.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Nothing in this prompt depends on it.</source>
        <translation>In diesem Prompt hängt nichts davon ab.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>This is what the template does by itself; with “{other}”, {changes}.</source>
        <translation>Das tut die Vorlage von selbst; mit „{other}“ {changes}.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>This model has no such switch: nothing in the prompt depends on it.</source>
        <translation>Dieses Modell hat keinen solchen Schalter: Im Prompt hängt nichts davon ab.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>This model has no such switch: the budget is kept by Aside.</source>
        <translation>Dieses Modell hat keinen solchen Schalter: Aside hält das Budget ein.</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>at the beginning</source>
        <translation>am Anfang</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>in the middle</source>
        <translation>in der Mitte</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” stands {place}</source>
        <translation>steht {place} „{added}“</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” stands {place} instead of “{removed}”</source>
        <translation>steht {place} „{added}“ statt „{removed}“</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” would stand {place}</source>
        <translation>stünde {place} „{added}“</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” would stand {place} instead of “{removed}”</source>
        <translation>stünde {place} „{added}“ statt „{removed}“</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{removed}” is left out {place}</source>
        <translation>fehlt {place} „{removed}“</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{removed}” would be left out {place}</source>
        <translation>würde {place} „{removed}“ fehlen</translation>
    </message>
    <message>
        <location filename="app/inference/device_failure.py"/>
        <source>The engine stopped while it loaded the model on {device}, so the model runs on the processor.</source>
        <translation>Die Engine blieb beim Laden des Modells auf {device} stehen, deshalb läuft es auf dem Prozessor.</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>Choose a smaller model of the same family, or draft without a model.</source>
        <translation>Ein kleineres Modell derselben Familie wählen oder ohne Modell entwerfen.</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>Choose an ordinary model of the same family, or draft without a model.</source>
        <translation>Ein gewöhnliches Modell derselben Familie wählen oder ohne Modell entwerfen.</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>No draft model is chosen.</source>
        <translation>Es ist kein Entwurfsmodell gewählt.</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} cannot draft for {name}: their vocabularies differ.</source>
        <translation>{draft} kann nicht für {name} entwerfen: ihre Vokabulare unterscheiden sich.</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} cannot draft: its kind of memory cannot take back what turns out wrong.</source>
        <translation>{draft} kann nicht entwerfen: seine Art von Speicher kann Falsches nicht zurücknehmen.</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} does not draft for this model: {reason}</source>
        <translation>{draft} entwirft nicht für dieses Modell: {reason}</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>A cache of the type {cache_type} needs flash attention.</source>
        <translation>Ein Cache vom Typ {cache_type} braucht Flash Attention.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Ask again; if it happens again, try a shorter context.</source>
        <translation>Noch einmal fragen; passiert es wieder, einen kürzeren Kontext versuchen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Ask again; the model loads anew.</source>
        <translation>Noch einmal fragen; das Modell wird neu geladen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Check that you may read it and that the drive works.</source>
        <translation>Prüfen, ob sie gelesen werden darf und ob das Laufwerk funktioniert.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Choose a model first.</source>
        <translation>Zuerst ein Modell wählen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Choose a shorter context or a smaller quantization.</source>
        <translation>Einen kürzeren Kontext oder eine kleinere Quantisierung wählen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs and try again, or reinstall Aside.</source>
        <translation>Andere Programme schließen und erneut versuchen oder Aside neu installieren.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs or choose a shorter context; the conversation is kept, ask again.</source>
        <translation>Andere Programme schließen oder einen kürzeren Kontext wählen; die Unterhaltung bleibt, bitte noch einmal fragen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs that use the graphics card, or choose a shorter context or fewer layers on it, and ask again.</source>
        <translation>Andere Programme schließen, die die Grafikkarte benutzen, oder einen kürzeren Kontext oder weniger Schichten darauf wählen, und noch einmal fragen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Connect the drive it lies on, or open the file at its new place.</source>
        <translation>Das Laufwerk verbinden, auf dem sie liegt, oder die Datei am neuen Ort öffnen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Download it again, or choose another model.</source>
        <translation>Erneut herunterladen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>It has: {levels}.</source>
        <translation>Es kennt: {levels}.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Leave flash attention on automatic, or choose f16 for the cache.</source>
        <translation>Flash Attention auf automatisch lassen oder f16 für den Cache wählen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Look for an update of Aside, or choose another model.</source>
        <translation>Suchen Sie nach einer neueren Version von Aside, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Make it shorter; the thought goes on as before.</source>
        <translation>Kürzen; der Gedanke geht weiter wie zuvor.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Memory ran out while the model was computing.</source>
        <translation>Beim Rechnen ging dem Modell der Speicher aus.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Please report this with its details. You can ask again.</source>
        <translation>Bitte mit den Details melden. Es kann weiter gefragt werden.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Shorten the question, start a new conversation, or load the model with a larger context.</source>
        <translation>Die Frage kürzen, eine neue Unterhaltung beginnen oder das Modell mit größerem Kontext laden.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The architecture “{architecture}” is newer than this version of Aside, or made for another program.</source>
        <translation>Die Architektur „{architecture}“ ist neuer als diese Version von Aside oder für ein anderes Programm gemacht.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The conversation needs {prompt_tokens} tokens, and the context holds {context}.</source>
        <translation>Die Unterhaltung braucht {prompt_tokens} Token, und der Kontext fasst {context}.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine could not be started.</source>
        <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine failed in a way that was not foreseen: {what}.</source>
        <translation>Die Engine ist auf unvorhergesehene Weise gescheitert: {what}.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine gave no sign of life for {seconds} seconds and was ended.</source>
        <translation>Die Engine gab {seconds} Sekunden lang kein Lebenszeichen und wurde beendet.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine stopped unexpectedly.</source>
        <translation>Die Engine hat unerwartet aufgehört.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine stopped while it computed on {device}: its memory may have run out.</source>
        <translation>Die Engine blieb beim Rechnen auf {device} stehen: dessen Speicher ist vielleicht ausgegangen.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The hint needs {nudge_tokens} tokens, and {left_tokens} are left of the context.</source>
        <translation>Der Hinweis braucht {nudge_tokens} Token, und {left_tokens} sind im Kontext übrig.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model file {path} cannot be read.</source>
        <translation>Die Modelldatei {path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model file {path} is not there any more.</source>
        <translation>Die Modelldatei {path} ist nicht mehr da.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model's chat template did not finish within {seconds} seconds and was stopped.</source>
        <translation>Die Chat-Vorlage des Modells wurde in {seconds} Sekunden nicht fertig und wurde angehalten.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model's chat template failed: {reason}</source>
        <translation>Die Chat-Vorlage des Modells ist fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>There is not enough memory for a context of {context} tokens.</source>
        <translation>Für einen Kontext von {context} Token reicht der Speicher nicht.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>There is not enough memory to load {name}.</source>
        <translation>Der Speicher reicht nicht, um {name} zu laden.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>This model has no thinking level “{level}”.</source>
        <translation>Dieses Modell hat keine Denkstufe „{level}“.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Use another copy of this model; its template is broken or of an unknown kind.</source>
        <translation>Eine andere Kopie dieses Modells benutzen; seine Vorlage ist fehlerhaft oder von unbekannter Art.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Use another copy of this model; its template is broken.</source>
        <translation>Eine andere Kopie dieses Modells benutzen; seine Vorlage ist fehlerhaft.</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>{name} could not be loaded; the file may be damaged or of an unknown kind.</source>
        <translation>{name} konnte nicht geladen werden; die Datei ist vielleicht beschädigt oder von unbekannter Art.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Choose a model that is marked “sees images”, put its mmproj file beside this one, or take the images out.</source>
        <translation>Ein Modell mit dem Vermerk „sieht Bilder“ wählen, seine mmproj-Datei neben dieses legen oder die Bilder herausnehmen.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Download the model's mmproj file again, or a newer one; the rest of the model works.</source>
        <translation>Die mmproj-Datei des Modells noch einmal oder eine neuere herunterladen; der Rest des Modells funktioniert.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Download the model's mmproj file again, or leave it out.</source>
        <translation>Die mmproj-Datei des Modells noch einmal herunterladen oder weglassen.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Images cannot be shown to this model: {reason}</source>
        <translation>Diesem Modell können keine Bilder gezeigt werden: {reason}</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Save it as PNG or JPEG, or make it smaller or less narrow, and send that.</source>
        <translation>Es als PNG oder JPEG speichern oder es kleiner oder weniger schmal machen und so senden.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Set “Prompt tokens at once” to {tokens} or more in the settings, or send a smaller image.</source>
        <translation>In den Einstellungen „Prompt-Token auf einmal“ auf {tokens} oder mehr stellen oder ein kleineres Bild senden.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Take the mmproj file from the repository that the model comes from.</source>
        <translation>Die mmproj-Datei aus dem Repository nehmen, aus dem das Modell kommt.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>The model could not look at {image}.</source>
        <translation>Das Modell konnte {image} nicht ansehen.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>The part that sees images, {part}, is not there.</source>
        <translation>Der Teil, der Bilder sieht, {part}, ist nicht da.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>This build of the engine has no part for images.</source>
        <translation>Diese Ausgabe der Engine hat keinen Teil für Bilder.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Update Aside. Everything but images works.</source>
        <translation>Aside aktualisieren. Alles außer Bildern funktioniert.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{image} takes {tokens} tokens that must be read at once; {batch} can be.</source>
        <translation>{image} braucht {tokens} Token, die auf einmal gelesen werden müssen; {batch} sind möglich.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{name} cannot look at images.</source>
        <translation>{name} kann keine Bilder ansehen.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{part} could not be loaded, so no images can be shown.</source>
        <translation>{part} konnte nicht geladen werden, darum können keine Bilder gezeigt werden.</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{part} does not belong to {name}: what it sees has another form than the model reads.</source>
        <translation>{part} gehört nicht zu {name}: was es sieht, hat eine andere Form, als das Modell liest.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Memory ran out while loading, so prompts are read {batch} tokens at a time, which is slower.</source>
        <translation>Beim Laden ging der Speicher aus, deshalb werden Prompts zu je {batch} Token gelesen, was langsamer ist.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Memory ran out while loading, so the context is {context} tokens.</source>
        <translation>Beim Laden ging der Speicher aus, deshalb hat der Kontext {context} Token.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>The cache of this model cannot be stored as {wanted}; it is stored as {used}.</source>
        <translation>Der Cache dieses Modells kann nicht als {wanted} gespeichert werden, sondern als {used}.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>There is no room for this model on {device}, so it runs on the processor.</source>
        <translation>Auf {device} ist kein Platz für dieses Modell, deshalb läuft es auf dem Prozessor.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>This file lacks its model's chat template, so the model is asked in the most common way and may answer oddly.</source>
        <translation>Dieser Datei fehlt die Chat-Vorlage ihres Modells; es wird daher auf die üblichste Weise gefragt und antwortet womöglich seltsam.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>This is a base model: it goes on with your text instead of answering. Instruct models answer.</source>
        <translation>Dies ist ein Basismodell: Es führt Ihren Text fort, statt zu antworten. Instruct-Modelle antworten.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Video memory ran out while loading, so only {layers} of {total} layers are on the graphics device.</source>
        <translation>Beim Laden ging der Videospeicher aus, deshalb sind nur {layers} von {total} Schichten auf dem Grafikgerät.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Video memory ran out while loading, so the model runs on the processor.</source>
        <translation>Beim Laden ging der Videospeicher aus, deshalb läuft das Modell auf dem Prozessor.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Video memory ran out while loading, so the model's experts stay in the computer's memory.</source>
        <translation>Beim Laden ging der Videospeicher aus, deshalb bleiben die Experten des Modells im Arbeitsspeicher.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/packs_in_use.py"/>
        <source>The engine pack {name} does not work here ({reason}), so the processor computes.</source>
        <translation>Das Engine-Paket {name} funktioniert hier nicht ({reason}), deshalb rechnet der Prozessor.</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/packs_in_use.py"/>
        <source>{file} of the engine pack {name} is not what was installed, so the pack is not loaded and the processor computes.</source>
        <translation>{file} im Engine-Paket {name} ist nicht mehr, was eingerichtet wurde; das Paket wird nicht geladen, und der Prozessor rechnet.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>A pack is a program: install it with --trust only if you built it yourself.</source>
        <translation>Ein Paket ist ein Programm: mit --trust nur installieren, wenn es selbst gebaut ist.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Download it again from the place where you got Aside.</source>
        <translation>Erneut dort herunterladen, wo Sie Aside bekommen haben.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Download the pack again. Nothing was installed.</source>
        <translation>Das Paket erneut herunterladen. Es wurde nichts installiert.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Free some space there, or check that you may write there, and install it again.</source>
        <translation>Dort Platz schaffen oder prüfen, ob dort geschrieben werden darf, und erneut installieren.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Get the newest pack from the place where you got Aside.</source>
        <translation>Das neueste Paket gibt es dort, woher Aside kam.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Get the pack that belongs to your version of Aside and your system.</source>
        <translation>Das Paket besorgen, das zu dieser Version von Aside und zum System gehört.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>See: aside engine list</source>
        <translation>Siehe: aside engine list</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>The pack could not be unpacked into {folder}; it needs {size}.</source>
        <translation>Das Paket konnte nicht in {folder} entpackt werden; es braucht {size}.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>The pack {name} that is installed is newer: it was made on {installed}, this one on {made}.</source>
        <translation>Das eingerichtete Paket {name} ist neuer: Es ist vom {installed}, dieses vom {made}.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>There is no engine pack named {name}.</source>
        <translation>Es gibt kein Engine-Paket namens {name}.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack could be installed until {day}; there is a newer one by now.</source>
        <translation>Dieses Paket ließ sich bis {day} einrichten; inzwischen gibt es ein neueres.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack is for {made_for}; this Aside needs one for {needed}.</source>
        <translation>Dieses Paket ist für {made_for}; dieses Aside braucht eines für {needed}.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack is not signed by the makers of Aside.</source>
        <translation>Dieses Paket ist nicht von den Machern von Aside signiert.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>To go back to the older one, remove the newer one first: aside engine remove {name}</source>
        <translation>Um zum älteren zurückzukehren, zuerst das neuere entfernen: aside engine remove {name}</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>{file} in this pack is damaged or was changed.</source>
        <translation>{file} in diesem Paket ist beschädigt oder wurde verändert.</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>{file} is not an engine pack, or it is incomplete.</source>
        <translation>{file} ist kein Engine-Paket oder unvollständig.</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>fits in memory, slow</source>
        <translation>passt in den RAM, langsam</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>fits on GPU</source>
        <translation>passt auf die GPU</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>fits, partly on GPU</source>
        <translation>passt, teilweise auf der GPU</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;mm:think&gt; tags</source>
        <translation>&lt;mm:think&gt;-Tags</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;seed:think&gt; tags</source>
        <translation>&lt;seed:think&gt;-Tags</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags</source>
        <translation>&lt;think&gt;-Tags</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags with a suffix</source>
        <translation>&lt;think&gt;-Tags mit einem Zusatz</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags, and tags around the answer</source>
        <translation>&lt;think&gt;-Tags und Tags um die Antwort</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;thought&gt; tags</source>
        <translation>&lt;thought&gt;-Tags</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;unused94&gt; and &lt;unused95&gt; around the thought</source>
        <translation>&lt;unused94&gt; und &lt;unused95&gt; um den Gedanken</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;|START_THINKING|&gt; control tokens</source>
        <translation>&lt;|START_THINKING|&gt;-Steuertoken</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;|inner_prefix|&gt; control tokens</source>
        <translation>&lt;|inner_prefix|&gt;-Steuertoken</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>[THINK] control tokens</source>
        <translation>[THINK]-Steuertoken</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>a think message before the content message</source>
        <translation>eine think-Nachricht vor der content-Nachricht</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>a thought channel</source>
        <translation>ein thought-Kanal</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>an analysis channel beside the final one</source>
        <translation>ein analysis-Kanal neben dem final-Kanal</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>messages of the model to itself</source>
        <translation>Nachrichten des Modells an sich selbst</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>no thinking</source>
        <translation>kein Denken</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>the phrases “Here is my thought process:” and “Here is my response:”</source>
        <translation>die Sätze “Here is my thought process:” und “Here is my response:”</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>think and response sections</source>
        <translation>think- und response-Abschnitte</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>thinking up to [BEGIN FINAL RESPONSE]</source>
        <translation>Denken bis [BEGIN FINAL RESPONSE]</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>◁think▷ tags</source>
        <translation>◁think▷-Tags</translation>
    </message>
    <message>
        <location filename="app/reasoning/spelled_tags.py"/>
        <source>tags of its own around the thought</source>
        <translation>eigene Tags um den Gedanken</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Another way</source>
        <translation>Anderer Weg</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Back to an idea</source>
        <translation>Zurück zu einer Idee</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Check</source>
        <translation>Probe</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Conclusion</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Failed check</source>
        <translation>Probe misslungen</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A mirror must be reached over https://, so that nobody on the way can change a model.</source>
        <translation>Ein Spiegel muss über https:// erreicht werden, damit unterwegs niemand ein Modell verändern kann.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A mirror's address cannot hold a password.</source>
        <translation>Die Adresse eines Spiegels kann kein Passwort enthalten.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A server's address cannot hold a password.</source>
        <translation>Die Adresse eines Servers kann kein Passwort enthalten.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an HTTP proxy, such as http://proxy.example.org:3128.</source>
        <translation>Einen HTTP-Proxy eingeben, etwa http://proxy.example.org:3128.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as http://192.168.1.20:8080.</source>
        <translation>Geben Sie eine Adresse wie http://192.168.1.20:8080 ein.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as http://proxy.example.org:3128.</source>
        <translation>Eine Adresse eingeben, etwa http://proxy.example.org:3128.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as https://example.org.</source>
        <translation>Eine Adresse eingeben, etwa https://example.org.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as https://hub.example.org.</source>
        <translation>Eine Adresse eingeben, etwa https://hub.example.org.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Leave out what stands before the @.</source>
        <translation>Weglassen, was vor dem @ steht.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Leave out what stands before the @; a key is given apart.</source>
        <translation>Lassen Sie weg, was vor dem @ steht; ein Schlüssel wird getrennt angegeben.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Only a mirror on this computer may begin with http://.</source>
        <translation>Nur ein Spiegel auf diesem Computer darf mit http:// beginnen.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>SOCKS proxies cannot be used.</source>
        <translation>SOCKS-Proxys können nicht benutzt werden.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not an address.</source>
        <translation>Das ist keine Adresse.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a mirror.</source>
        <translation>Das ist keine Adresse eines Spiegels.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a proxy.</source>
        <translation>Das ist keine Adresse eines Proxys.</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a server.</source>
        <translation>Das ist nicht die Adresse eines Servers.</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>Choose a value in the range shown beside it.</source>
        <translation>Einen Wert im danebenstehenden Bereich wählen.</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>Look through your settings. The file as it was: {path}</source>
        <translation>Sehen Sie Ihre Einstellungen durch. Die Datei, wie sie war: {path}</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The comments in your settings file are not kept when it is saved.</source>
        <translation>Die Kommentare in Ihrer Einstellungsdatei bleiben beim Speichern nicht erhalten.</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The file as it was: {path}</source>
        <translation>Die Datei, wie sie war: {path}</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The settings cannot be saved.</source>
        <translation>Die Einstellungen können nicht gespeichert werden.</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The settings could not be read as a whole, so “Stay offline” is on.</source>
        <translation>Die Einstellungen ließen sich nicht ganz lesen, deshalb ist „Offline bleiben“ an.</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The settings could not be read as a whole.</source>
        <translation>Die Einstellungen ließen sich nicht ganz lesen.</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>“{label}” cannot have this value.</source>
        <translation>„{label}“ kann diesen Wert nicht haben.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A notification, if it took more than 20 seconds and I am in another window.</source>
        <translation>Eine Benachrichtigung, wenn es länger als 20 Sekunden gedauert hat und ein anderes Fenster vorn ist.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A quarter (q4_0)</source>
        <translation>Ein Viertel (q4_0)</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A soft pulse shows that a reply is being written, and the text cursor blinks.</source>
        <translation>Ein sanftes Pulsieren zeigt, dass eine Antwort geschrieben wird, und die Schreibmarke blinkt.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Above 1, words that were just used become less likely; it harms long thoughts and code.</source>
        <translation>Über 1 werden gerade benutzte Wörter unwahrscheinlicher; das schadet langen Gedanken und Code.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Address of a mirror, beginning with https://; empty for the Hub itself.</source>
        <translation>Adresse eines Spiegels, beginnend mit https://; leer für den Hub selbst.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Address of a proxy, beginning with http://; empty for the system's.</source>
        <translation>Adresse eines Proxys, beginnend mit http://; leer für den des Systems.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>After a thought the answer begins by itself, an answer stops; otherwise that is offered.</source>
        <translation>Nach einem Gedanken beginnt die Antwort von selbst, eine Antwort hält an; sonst wird das angeboten.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>All of one width</source>
        <translation>Alle gleich breit</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Answer one conversation at a time</source>
        <translation>Immer nur eine Unterhaltung beantworten</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As much of a model as fits is put on the graphics card, which is faster.</source>
        <translation>So viel vom Modell wie möglich kommt auf die Grafikkarte; das ist schneller.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the model sees fit</source>
        <translation>Nach Ermessen des Modells</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Asks once a day, without saying who asks; only in copies made by the project.</source>
        <translation>Fragt einmal am Tag, ohne zu sagen, wer fragt; nur in vom Projekt erstellten Kopien.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>At most so many work on a reply; 0 is one for each core.</source>
        <translation>Höchstens so viele arbeiten an einer Antwort; 0 bedeutet einer je Kern.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Brings the window forward, where the desktop has a tray.</source>
        <translation>Holt das Fenster nach vorn, wo der Desktop einen Infobereich hat.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>By the draft model</source>
        <translation>Vom Entwurfsmodell</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Choose among so many likeliest words; 0 for all.</source>
        <translation>Unter so vielen wahrscheinlichsten Wörtern wählen; 0 für alle.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Choose among the likeliest words that together have this probability; 1 for all.</source>
        <translation>Unter den wahrscheinlichsten Wörtern wählen, die zusammen diese Wahrscheinlichkeit haben; 1 für alle.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Comfortable</source>
        <translation>Großzügig</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Connect to nothing but servers on this computer, not even for searches and downloads.</source>
        <translation>Mit nichts verbinden außer mit Servern auf diesem Computer, auch nicht zum Suchen und Herunterladen.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Download speed limit</source>
        <translation>Begrenzung der Downloadrate</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Downloads at once</source>
        <translation>Gleichzeitige Downloads</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Draft ahead</source>
        <translation>Vorausentwerfen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Draft model</source>
        <translation>Entwurfsmodell</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>End what goes round in circles</source>
        <translation>Beenden, was sich im Kreis dreht</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Flash attention</source>
        <translation>Flash Attention</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Font of answers</source>
        <translation>Schrift der Antworten</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>From all there is</source>
        <translation>Aus allem, was da ist</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>From the conversation</source>
        <translation>Aus der Unterhaltung</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Full (f16)</source>
        <translation>Voll (f16)</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Guessed words are checked together: the same replies, sooner, where it pays.</source>
        <translation>Erratene Wörter werden gemeinsam geprüft: dieselben Antworten, nur früher, wo es sich lohnt.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Half (q8_0)</source>
        <translation>Halb (q8_0)</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How freely words are chosen: low is sober, high is playful; 0 always takes the likeliest.</source>
        <translation>Wie frei Wörter gewählt werden: niedrig ist nüchtern, hoch ist verspielt; 0 nimmt immer das wahrscheinlichste.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How many models are downloaded at the same time.</source>
        <translation>Wie viele Modelle gleichzeitig heruntergeladen werden.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How much room there is between the things in the window.</source>
        <translation>Wie viel Platz zwischen den Dingen im Fenster ist.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How much the model thinks; one that lacks the level goes by its own.</source>
        <translation>Wie viel das Modell nachdenkt; fehlt ihm die Stufe, gilt seine eigene.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How wide questions and answers are, where the window has the room.</source>
        <translation>Wie breit Fragen und Antworten sind, wo das Fenster den Platz hat.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Icon in the system tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>In new conversations a thought ends after so many seconds; 0 for no limit.</source>
        <translation>In neuen Unterhaltungen endet ein Gedanke nach so vielen Sekunden; 0 für keine Grenze.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>In new conversations a thought ends after so many tokens; 0 for no limit.</source>
        <translation>In neuen Unterhaltungen endet ein Gedanke nach so vielen Token; 0 für keine Grenze.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Inter</source>
        <translation>Inter</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keep everything of models with a sliding window</source>
        <translation>Bei Modellen mit gleitendem Fenster alles behalten</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keep how sure the model was of each word</source>
        <translation>Merken, wie sicher sich das Modell bei jedem Wort war</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keep the computer awake during a reply</source>
        <translation>Den Computer während einer Antwort wach halten</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keys of actions</source>
        <translation>Tasten der Aktionen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Kilobytes per second for all downloads together; 0 for no limit.</source>
        <translation>Kilobyte je Sekunde für alle Downloads zusammen; 0 für keine Grenze.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Leave out words less likely than this share of the likeliest; 0 for none.</source>
        <translation>Wörter weglassen, die weniger wahrscheinlich sind als dieser Anteil des wahrscheinlichsten; 0 für keine.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Light, dark, or as the system.</source>
        <translation>Hell, dunkel oder wie das System.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Look at images</source>
        <translation>Bilder ansehen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Minutes without a question until the model's memory is given back; 0 for never.</source>
        <translation>Minuten ohne Frage, bis der Speicher des Modells freigegeben wird; 0 für nie.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Mirror of the Hub</source>
        <translation>Spiegel des Hub</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Models folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Models found there are used where they lie and never changed.</source>
        <translation>Dort gefundene Modelle werden an Ort und Stelle benutzt und nie verändert.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>More folders with models</source>
        <translation>Weitere Ordner mit Modellen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>More reads long questions faster and takes more memory; 0 is the usual 512.</source>
        <translation>Mehr liest lange Fragen schneller und braucht mehr Speicher; 0 sind die üblichen 512.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Of the window; replies are in the language that you write in.</source>
        <translation>Des Fensters; Antworten kommen in der Sprache, in der Sie schreiben.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Off saves memory with models such as Gemma; going back in a conversation reads more.</source>
        <translation>Aus spart Speicher bei Modellen wie Gemma; in einer Unterhaltung zurückzugehen liest mehr.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>One for each core</source>
        <translation>Einer je Kern</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Other questions wait until it is their turn; each reply is as fast as can be.</source>
        <translation>Andere Fragen warten, bis sie an der Reihe sind; jede Antwort ist so schnell wie möglich.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Path of a smaller model of the same family that drafts; empty for none.</source>
        <translation>Pfad eines kleineren Modells derselben Familie, das entwirft; leer für keines.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Percent of the free context that no thought can use up.</source>
        <translation>Prozent des freien Kontexts, die kein Gedanke aufbrauchen kann.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Press a shortcut's button, then the keys that you want for it.</source>
        <translation>Den Knopf eines Tastenkürzels drücken, dann die gewünschten Tasten.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Prompt tokens at once</source>
        <translation>Prompt-Token auf einmal</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Read along while I type</source>
        <translation>Beim Tippen mitlesen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Repeat penalty</source>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Room for conversations' caches</source>
        <translation>Platz für Caches der Unterhaltungen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Room kept for the answer</source>
        <translation>Platz für die Antwort</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Saves memory and time; switch it off only if a model writes nonsense.</source>
        <translation>Spart Speicher und Zeit; nur ausschalten, wenn ein Modell Unsinn schreibt.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Size of all text, in percent of the usual size.</source>
        <translation>Größe aller Texte, in Prozent der üblichen Größe.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Sleep is held off while a reply is being written, and only then.</source>
        <translation>Der Ruhezustand wird nur aufgehalten, solange eine Antwort geschrieben wird.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Stay offline</source>
        <translation>Offline bleiben</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Storage of the cache</source>
        <translation>Speicherung des Cache</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tell me of new versions</source>
        <translation>Neue Versionen melden</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tell me when a long answer is finished</source>
        <translation>Melden, wenn eine lange Antwort fertig ist</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The letters of answers and thoughts; code keeps its own.</source>
        <translation>Die Buchstaben von Antworten und Gedanken; Code behält seine eigenen.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The model names a new conversation in an idle moment; otherwise its question does.</source>
        <translation>Das Modell benennt eine neue Unterhaltung in einem ruhigen Moment; sonst tut es ihre Frage.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The model reads a long question before it is sent, so that it answers sooner.</source>
        <translation>Das Modell liest eine lange Frage schon vor dem Senden und antwortet dadurch eher.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The part of a model that sees images is loaded with it, if there is one; it takes memory.</source>
        <translation>Der Teil eines Modells, der Bilder sieht, wird mitgeladen, wenn es einen gibt; er braucht Speicher.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The system's</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking in new conversations</source>
        <translation>Denken in neuen Unterhaltungen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking limit in seconds</source>
        <translation>Denkgrenze in Sekunden</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking limit in tokens</source>
        <translation>Denkgrenze in Token</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Titles by the model</source>
        <translation>Titel vom Modell</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tokens that the model can see at once; 0 takes 16,384, or fewer where those do not fit.</source>
        <translation>Token, die das Modell auf einmal sehen kann; 0 nimmt 16.384, oder weniger, wo die nicht passen.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Unload an idle model after</source>
        <translation>Unbenutztes Modell entladen nach</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Unsure words can be marked in a finished thought then; it takes some six bytes a token.</source>
        <translation>Unsichere Wörter können dann in einem fertigen Gedanken markiert werden; das braucht etwa sechs Byte je Token.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Use graphics devices</source>
        <translation>Grafikgeräte benutzen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>What a model has read, stored smaller: room for a longer context, a little less exact.</source>
        <translation>Was ein Modell gelesen hat, kleiner gespeichert: Platz für längeren Kontext, etwas weniger genau.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>What every model is told before everything else, where a conversation has none of its own.</source>
        <translation>Was jedem Modell vor allem anderen gesagt wird, wo eine Unterhaltung keinen eigenen hat.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Where downloaded models are kept. Moving takes the models along.</source>
        <translation>Wo heruntergeladene Modelle liegen. Beim Verschieben kommen die Modelle mit.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Where possible</source>
        <translation>Wo möglich</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Width of the text</source>
        <translation>Breite des Textes</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>With its cache an old conversation goes on without being read again.</source>
        <translation>Mit ihrem Cache geht eine alte Unterhaltung weiter, ohne neu gelesen zu werden.</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>With serifs</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>animation blinking</source>
        <translation>Animation Blinken</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>automatic auto title rename names summary</source>
        <translation>automatischer Titel umbenennen Namen Zusammenfassung</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>background minimize taskbar</source>
        <translation>Hintergrund Minimieren Taskleiste</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>bandwidth throttle</source>
        <translation>Bandbreite drosseln Geschwindigkeit</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>column line length</source>
        <translation>Spalte Zeilenlänge Lesebreite</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>compact line spacing margins</source>
        <translation>kompakt Zeilenabstand Abstände Ränder</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>context length window size memory</source>
        <translation>Kontext Kontextlänge Kontextfenster Größe Speicher</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>cpu cores slow speed faster</source>
        <translation>CPU Kerne Prozessorkerne langsam Geschwindigkeit schneller</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>creativity randomness sampling</source>
        <translation>Kreativität Zufall Sampling</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>custom instructions persona personality role character behaviour</source>
        <translation>Systemprompt eigene Anweisungen Anleitung Persona Persönlichkeit Rolle Charakter Verhalten</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>dark light night mode appearance look design colours colors high contrast accessibility</source>
        <translation>dunkel hell Nacht Nachtmodus Dunkelmodus Aussehen Design Farben hoher Kontrast Barrierefreiheit</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>directory location disk move</source>
        <translation>Ordner Verzeichnis Ort Festplatte verschieben</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>directory location import LM Studio Ollama Jan</source>
        <translation>Verzeichnis Ort Import LM Studio Ollama Jan</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>disk space</source>
        <translation>Speicherplatz Festplatte</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>font fonts zoom larger bigger small letters read accessibility</source>
        <translation>Schrift Schriftgröße Zoom größer vergrößern klein Buchstaben lesen Barrierefreiheit</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>fonts typeface serif bold dyslexia accessibility</source>
        <translation>Schrift Schriftart Serifen fett Legasthenie Barrierefreiheit</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>gpu graphics card vram video memory layers offload acceleration slow speed faster cuda vulkan metal</source>
        <translation>GPU Grafikkarte Grafikspeicher VRAM Schichten Auslagern Beschleunigung langsam Geschwindigkeit schneller CUDA Vulkan Metal</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>http connection server</source>
        <translation>HTTP Verbindung Server</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>huggingface server address</source>
        <translation>Huggingface Server Adresse</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>internet connection privacy network firewall</source>
        <translation>Internet Verbindung Datenschutz Netzwerk Firewall</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>keyboard hotkeys keybindings</source>
        <translation>Tastatur Tastenkürzel Tastenkombinationen Kurzbefehle</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>kv cache memory ram vram</source>
        <translation>KV-Cache Speicher Arbeitsspeicher RAM VRAM</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>memory ram vram free idle timeout</source>
        <translation>Speicher Arbeitsspeicher RAM VRAM freigeben Leerlauf</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>memory speed</source>
        <translation>Speicher Geschwindigkeit</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>memory swa</source>
        <translation>Speicher Arbeitsspeicher SWA</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>notifications alert desktop</source>
        <translation>Benachrichtigung Benachrichtigungen Hinweis Desktop</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>nucleus sampling</source>
        <translation>Nucleus Sampling</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>parallel queue</source>
        <translation>gleichzeitig parallel Warteschlange</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>probabilities logprobs</source>
        <translation>Wahrscheinlichkeiten Logprobs</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>prompt processing speed</source>
        <translation>Prompt lesen Geschwindigkeit</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>reasoning budget time limit</source>
        <translation>Denken Budget Zeit Grenze</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>reasoning budget token limit</source>
        <translation>Denken Budget Token Grenze</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>reasoning effort</source>
        <translation>Denken Aufwand Reasoning</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>repetition reasoning</source>
        <translation>Wiederholung Denken Schleife</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>repetition sampling</source>
        <translation>Wiederholung Sampling</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>sleep standby suspend battery power</source>
        <translation>Schlaf Ruhezustand Standby Akku Strom</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>speculative decoding</source>
        <translation>spekulatives Dekodieren</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>speculative decoding speed</source>
        <translation>spekulatives Dekodieren Geschwindigkeit</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>speed prefill</source>
        <translation>Geschwindigkeit vorauslesen</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>translation locale German Chinese English</source>
        <translation>Übersetzung Deutsch Chinesisch Englisch</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>updates upgrade release</source>
        <translation>Update Aktualisierung Aktualisierungen neue Version</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>vision pictures photos multimodal</source>
        <translation>Sehen Bilder Fotos multimodal</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Aside is set to stay offline, and the tool server {name} is not on this computer.</source>
        <translation>Aside ist auf „Offline bleiben“ gestellt, und der Werkzeugserver {name} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Check how it is started, and try it again with: aside tools try {name}</source>
        <translation>Prüfen Sie, wie er gestartet wird, und versuchen Sie es erneut mit: aside tools try {name}</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Check the free space and the rights of the folder of {path}.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte des Ordners von {path}.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Choose a model that takes tools, or ask without them.</source>
        <translation>Wählen Sie ein Modell, das Werkzeuge nimmt, oder fragen Sie ohne sie.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Choose another name, or remove it first: aside tools remove {name}</source>
        <translation>Wählen Sie einen anderen Namen, oder entfernen Sie ihn zuerst: aside tools remove {name}</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Mend or delete the file {path}.</source>
        <translation>Reparieren oder löschen Sie die Datei {path}.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>No tool servers stand in this text.</source>
        <translation>In diesem Text stehen keine Werkzeugserver.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Paste JSON such as {{"mcpServers": {{"files": {{"command": "npx", "args": ["-y", "…"]}}}}}}.</source>
        <translation>Fügen Sie JSON ein, etwa {{"mcpServers": {{"files": {{"command": "npx", "args": ["-y", "…"]}}}}}}.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Switch off “Stay offline” in the settings.</source>
        <translation>Schalten Sie „Offline bleiben“ in den Einstellungen aus.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>The list of tool servers cannot be read.</source>
        <translation>Die Liste der Werkzeugserver kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>The list of tool servers could not be saved.</source>
        <translation>Die Liste der Werkzeugserver konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>The tool server {name} cannot be used: {reason}.</source>
        <translation>Der Werkzeugserver {name} kann nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>There are: {names}.</source>
        <translation>Es gibt: {names}.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>There is a tool or server called {name} already.</source>
        <translation>Es gibt schon ein Werkzeug oder einen Server namens {name}.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>There is no tool or server called {name}.</source>
        <translation>Es gibt kein Werkzeug und keinen Server namens {name}.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>This is neither a command nor an address of a tool server.</source>
        <translation>Das ist weder ein Befehl noch die Adresse eines Werkzeugservers.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Use up to 40 letters, digits, dots and dashes, and no name of a tool of Aside's own.</source>
        <translation>Nehmen Sie bis zu 40 Buchstaben, Ziffern, Punkte und Striche, und keinen Namen eines Werkzeugs von Aside.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Write a command such as: npx -y SERVER, or an address such as: https://example.org/mcp</source>
        <translation>Schreiben Sie einen Befehl wie: npx -y SERVER, oder eine Adresse wie: https://example.org/mcp</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>{name} cannot be given tools: its template has no place for them.</source>
        <translation>{name} können keine Werkzeuge gegeben werden: Die Vorlage hat keinen Platz für sie.</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>{name} cannot be the name of a tool server.</source>
        <translation>{name} kann nicht der Name eines Werkzeugservers sein.</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>Aside could not ask whether there is a newer version.</source>
        <translation>Aside konnte nicht fragen, ob es eine neuere Version gibt.</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>If this comes again, look for a new version yourself where you got this one.</source>
        <translation>Kommt dies wieder, bitte selbst dort nach einer neuen Version sehen, woher diese stammt.</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>It asks again tomorrow.</source>
        <translation>Morgen wird wieder gefragt.</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>The word of a newer version is not from the makers of Aside, so it was dropped.</source>
        <translation>Die Nachricht von einer neueren Version stammt nicht von den Machern von Aside und wurde verworfen.</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>The word of newer versions that came is an old one, so it was dropped.</source>
        <translation>Die Nachricht über neuere Versionen ist veraltet und wurde verworfen.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A fast mixture of experts for code and long tasks, also without a large graphics card.</source>
        <translation>Schnelles Mixture-of-Experts-Modell für Code und lange Aufgaben, auch ohne große Grafikkarte.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A fast mixture of experts for code, with thinking.</source>
        <translation>Schnelles Mixture-of-Experts-Modell für Code, mit Denken.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A good all-rounder for everyday use on a small computer.</source>
        <translation>Ein guter Allrounder für den Alltag auf einem kleinen Computer.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A mixture of experts for very long documents: quick, with thinking that can be switched off.</source>
        <translation>Eine Mischung von Experten für sehr lange Dokumente: schnell, mit abschaltbarem Nachdenken.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A mixture of experts that always thinks: fast, deep reasoning.</source>
        <translation>Ein Mixture-of-Experts-Modell, das immer denkt: schnell und gründlich.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A small newer all-rounder for computers with little memory.</source>
        <translation>Ein kleiner neuerer Allrounder für Computer mit wenig Speicher.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A solid thinking model for a larger graphics card.</source>
        <translation>Ein solides Denkmodell für eine größere Grafikkarte.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A strong all-rounder whose thinking can be switched off.</source>
        <translation>Ein starker Allrounder, dessen Denken sich abschalten lässt.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Always thinks, and is fast without a graphics card.</source>
        <translation>Denkt immer und ist ohne Grafikkarte schnell.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fluent in many languages, with reasoning, trained for 4-bit use.</source>
        <translation>Spricht viele Sprachen fließend, mit Denken, für 4 Bit trainiert.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fluent in many languages, with thinking that can be switched on, for a good laptop.</source>
        <translation>Gewandt in vielen Sprachen, mit zuschaltbarem Nachdenken, für einen guten Laptop.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fully open, with thinking that can be switched off, in six languages. A good first choice for a small laptop.</source>
        <translation>Ganz offen, mit abschaltbarem Denken, in sechs Sprachen. Eine gute erste Wahl für einen kleinen Laptop.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Light thinking for computers with little memory.</source>
        <translation>Leichtes Denken für Computer mit wenig Speicher.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Long, careful reasoning about maths, science and code; slow but accurate.</source>
        <translation>Langes, sorgfältiges Denken über Mathematik, Wissenschaft und Code; langsam, aber genau.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Many languages, with thinking that can be switched on, for small laptops.</source>
        <translation>Viele Sprachen, mit zuschaltbarem Denken, für kleine Laptops.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Nearly the quality of a large model at the speed of a small one.</source>
        <translation>Fast die Güte eines großen Modells, so schnell wie ein kleines.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>OpenAI's large open model, with three levels of effort, for workstations.</source>
        <translation>Das große offene Modell von OpenAI, mit drei Denkstufen, für Workstations.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>OpenAI's open model: fast for its size, with three levels of effort.</source>
        <translation>Das offene Modell von OpenAI: schnell für seine Größe, mit drei Denkstufen.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Reasoning for maths, code and science on a mid-sized machine.</source>
        <translation>Denkt über Mathematik, Code und Wissenschaft auf einem mittelgroßen Rechner.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Small reasoning model for maths, code and science.</source>
        <translation>Kleines Denkmodell für Mathematik, Code und Wissenschaft.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Stronger reasoning for maths, code and science.</source>
        <translation>Stärkeres Denken für Mathematik, Wissenschaft und Code.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best Gemma: many languages, trained for 4-bit use, on a large graphics card.</source>
        <translation>Das beste Gemma: viele Sprachen, für 4 Bit trainiert, auf einer großen Grafikkarte.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best R1 distill for one large graphics card.</source>
        <translation>Das beste R1-Destillat für eine große Grafikkarte.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best newer all-rounder for a mid-sized graphics card.</source>
        <translation>Der beste neuere Allrounder für eine mittelgroße Grafikkarte.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best small DeepSeek reasoner; thinks long and carefully.</source>
        <translation>Das beste kleine Denkmodell von DeepSeek; denkt lange und sorgfältig.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The classic R1 distill: good at maths on a mid-sized machine.</source>
        <translation>Das klassische R1-Destillat: gut in Mathematik auf einem mittelgroßen Rechner.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The largest R1 distill, for workstations.</source>
        <translation>Das größte R1-Destillat, für Workstations.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The largest dense Qwen3, for a large graphics card.</source>
        <translation>Das größte dichte Qwen3, für eine große Grafikkarte.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The newest dense Qwen: reasoning with levels of effort, images and code, on a large graphics card.</source>
        <translation>Das neueste dichte Qwen: Nachdenken in Stufen, Bilder und Code, auf einer großen Grafikkarte.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The newest tiny all-rounder: sees images, and remembers long conversations.</source>
        <translation>Der neueste winzige Allrounder: sieht Bilder und behält lange Unterhaltungen.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The smallest R1 distill: long visible reasoning about maths on almost any machine.</source>
        <translation>Das kleinste R1-Destillat: lange sichtbare Gedanken über Mathematik auf fast jedem Rechner.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The smallest model that really thinks; runs on any laptop.</source>
        <translation>Das kleinste Modell, das wirklich denkt; läuft auf jedem Laptop.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The veteran of thinking models: thorough on hard maths, and wordy.</source>
        <translation>Der Veteran der Denkmodelle: gründlich bei schwerer Mathematik, und wortreich.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Thinking that can be switched off, and little memory for long conversations.</source>
        <translation>Abschaltbares Nachdenken und wenig Speicherbedarf bei langen Unterhaltungen.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Thinks, and is open down to its training data.</source>
        <translation>Denkt und ist bis zu den Trainingsdaten offen.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Tiny: checks that everything works. Does not think, and knows little.</source>
        <translation>Winzig: prüft, ob alles funktioniert. Denkt nicht und weiß wenig.</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Unusually strong reasoning for its size; always thinks.</source>
        <translation>Für seine Größe ungewöhnlich starkes Denken; denkt immer.</translation>
    </message>
    <message>
        <location filename="ui/bridges/history_jobs.py"/>
        <source>This has to wait for something else that is still running: {job}</source>
        <translation>Das muss auf etwas anderes warten, das noch läuft: {job}</translation>
    </message>
    <message>
        <location filename="ui/bridges/history_jobs.py"/>
        <source>Try again when that has ended, or stop it.</source>
        <translation>Versuchen Sie es danach noch einmal, oder stoppen Sie es.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_presenter.py"/>
        <source>A prompt is written by a model's template, and no model is loaded that shows its own.</source>
        <translation>Einen Prompt schreibt die Vorlage eines Modells, und es ist keins geladen, das seinen zeigt.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_presenter.py"/>
        <source>Load a model on this computer, and ask again. Servers do not show their prompts.</source>
        <translation>Laden Sie ein Modell auf diesem Computer und fragen Sie noch einmal. Server zeigen ihre Prompts nicht.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Choose another folder, or free some space.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Pause or finish the downloads first.</source>
        <translation>Zuerst die Downloads anhalten oder beenden.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>The folder cannot be moved while something downloads.</source>
        <translation>Der Ordner kann nicht verschoben werden, solange etwas heruntergeladen wird.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>{path} could not be written.</source>
        <translation>{path} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Ask for access on the model's page with the account that your access token belongs to.</source>
        <translation>Auf der Seite des Modells mit dem Konto um Zugang bitten, zu dem das Zugangstoken gehört.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Ask for access on the model's page, then enter your access token here.</source>
        <translation>Auf der Seite des Modells um Zugang bitten, dann hier das Zugangstoken eingeben.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Check the spelling, or search for it. A private model needs an access token.</source>
        <translation>Die Schreibweise prüfen oder danach suchen. Ein privates Modell braucht ein Zugangstoken.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Choose one of the files that the model's page lists.</source>
        <translation>Eine der Dateien wählen, die auf der Seite des Modells stehen.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Download the model again, or delete it.</source>
        <translation>Das Modell erneut herunterladen oder löschen.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>It may have been renamed or removed meanwhile: look at the list.</source>
        <translation>Es wurde inzwischen vielleicht umbenannt oder entfernt: bitte in der Liste nachsehen.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Look for it on the models page, or ask others.</source>
        <translation>Sehen Sie auf der Seite der Modelle nach, oder fragen Sie andere.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>The model chosen before stays. Download {name} on the models page, or change the preset.</source>
        <translation>Das zuvor gewählte Modell bleibt. {name} auf der Modellseite herunterladen oder die Vorgabe ändern.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>The model {name} is not on this computer.</source>
        <translation>Das Modell {name} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>{name} is not among the models that can be asked now.</source>
        <translation>{name} ist nicht unter den Modellen, die jetzt gefragt werden können.</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Longest reply</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>The same number draws the same words again, if nothing else changes.</source>
        <translation>Dieselbe Zahl ergibt wieder dieselben Wörter, wenn sich sonst nichts ändert.</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Thought and answer together end after so many tokens.</source>
        <translation>Gedanke und Antwort enden zusammen nach so vielen Token.</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <location filename="ui/application.py"/>
        <source>Aside is running already, but does not answer. End it, then start Aside again.</source>
        <translation>Aside läuft bereits, antwortet aber nicht. Beenden und Aside neu starten.</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <location filename="ui/chat/transcript/cards.py"/>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/cards.py"/>
        <source>This reply broke off.</source>
        <translation>Diese Antwort brach ab.</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/cards.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>level_words</name>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Max</source>
        <translation>Maximal</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>On</source>
        <translation>Ein</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>gated</source>
        <translation>zugangsbeschränkt</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>thinks</source>
        <translation>denkt</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Found %n models of {apps}</source>
        <translation>
            <numerusform>%n Modell von {apps} gefunden</numerusform>
            <numerusform>%n Modelle von {apps} gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n companion files (pictures, drafts)</source>
        <translation>
            <numerusform>%n Begleitdatei (Bilder, Entwürfe)</numerusform>
            <numerusform>%n Begleitdateien (Bilder, Entwürfe)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n incomplete shard sets</source>
        <translation>
            <numerusform>%n unvollständiger Shard-Satz</numerusform>
            <numerusform>%n unvollständige Shard-Sätze</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Made from</source>
        <translation>Entstanden aus</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Not listed</source>
        <translation>Nicht gelistet</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>answers directly, without thinking</source>
        <translation>antwortet direkt, ohne zu denken</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>{bits} bits a weight</source>
        <translation>{bits} Bit je Gewicht</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>{size} parameters</source>
        <translation>{size} Parameter</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Asking the Hub · {sizes}</source>
        <translation>Frage den Hub · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Checking what is here · {sizes}</source>
        <translation>Prüfe, was schon da ist · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Give it up? The {size} that have arrived are deleted.</source>
        <translation>Aufgeben? Die {size}, die schon da sind, werden gelöscht.</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Paused · {sizes}</source>
        <translation>Angehalten · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Ready · {size}, verified</source>
        <translation>Bereit · {size}, geprüft</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Stopped · {sizes}</source>
        <translation>Gestoppt · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Trying again in {wait} · {sizes}</source>
        <translation>Neuer Versuch in {wait} · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Waiting for its turn · {sizes}</source>
        <translation>Wartet auf seine Reihe · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>{received} of {total}</source>
        <translation>{received} von {total}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>A newer one is on the Hub</source>
        <translation>Auf dem Hub gibt es eine neuere Version</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>A part of it is missing. Download it again, or put the missing files back.</source>
        <translation>Ein Teil fehlt. Erneut herunterladen oder die fehlenden Dateien zurücklegen.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Can</source>
        <translation>Kann</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Check for update</source>
        <translation>Nach Update suchen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete {name}? {size} become free. The file is gone for good; conversations stay.</source>
        <translation>{name} löschen? {size} werden frei. Die Datei ist endgültig weg; Unterhaltungen bleiben.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete {name}? {size} become free. You can download it again; conversations stay.</source>
        <translation>{name} löschen? {size} werden frei. Das Modell kann erneut heruntergeladen werden; Unterhaltungen bleiben.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete {size}</source>
        <translation>{size} löschen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Download update · {size}</source>
        <translation>Update laden · {size}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Forget {name}? Its file stays where it is and can be added again.</source>
        <translation>{name} vergessen? Die Datei bleibt, wo sie ist, und kann wieder hinzugefügt werden.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Forget…</source>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>It is not the file that it should be. Get it again.</source>
        <translation>Es ist nicht die Datei, die es sein sollte. Neu besorgen.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Its file is not there now. Connect its disk, or forget it.</source>
        <translation>Die Datei ist gerade nicht da. Ihren Datenträger verbinden oder sie vergessen.</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Loaded</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>The newest on the Hub</source>
        <translation>Die neuesten auf dem Hub</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>answer directly</source>
        <translation>direkt antworten</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>sees images</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>sees images, by {file}</source>
        <translation>sieht Bilder, durch {file}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>think</source>
        <translation>denken</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>use tools</source>
        <translation>Werkzeuge benutzen</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>used {day}</source>
        <translation>{day} benutzt</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>{now} of {most} tokens</source>
        <translation>{now} von {most} Token</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>A computer with {size} free, or several that share it, could run it as a server: see Servers.</source>
        <translation>Ein Computer mit {size} frei, oder mehrere, die es sich teilen, könnten es als Server ausführen: siehe „Server“.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>About {size} with a usual quantization (Q4_K_M); open it for the exact sum.</source>
        <translation>Etwa {size} mit üblicher Quantisierung (Q4_K_M); zum genauen Wert öffnen.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Aside itself, and a margin</source>
        <translation>Aside selbst und eine Reserve</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Best for this computer</source>
        <translation>Am besten für diesen Computer</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Compute buffers</source>
        <translation>Rechenpuffer</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Context of {count} tokens</source>
        <translation>Kontext von {count} Token</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Expected here</source>
        <translation>Hier zu erwarten</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits on GPU</source>
        <translation>Passt auf die GPU</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits, fast</source>
        <translation>Passt, schnell</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits, slow</source>
        <translation>Passt, langsam</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Its size is not known; open it to see whether it fits.</source>
        <translation>Die Größe ist nicht bekannt; öffnen, um zu sehen, ob es passt.</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Needs {size}</source>
        <translation>Braucht {size}</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Needs {size} on the disk</source>
        <translation>Braucht {size} auf der Platte</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Partly on GPU</source>
        <translation>Teilweise auf der GPU</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Tight: up to {count}k</source>
        <translation>Knapp: bis {count}k</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Together, of {free} free</source>
        <translation>Zusammen, von {free} frei</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>about {rate} tokens/s</source>
        <translation>etwa {rate} Token/s</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>does not load</source>
        <translation>lädt nicht</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>fits with up to {count} tokens</source>
        <translation>passt mit bis zu {count} Token</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>no GPU</source>
        <translation>keine GPU</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{gpu}, {free} free</source>
        <translation>{gpu}, {free} frei</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{rate} tokens/s, answer after {wait}</source>
        <translation>{rate} Token/s, Antwort nach {wait}</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{total} memory, {free} free</source>
        <translation>{total} Speicher, {free} frei</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Hugging Face cache</source>
        <translation>Hugging-Face-Cache</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Not there now</source>
        <translation>Gerade nicht da</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>downloaded</source>
        <translation>heruntergeladen</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>your file</source>
        <translation>Ihre Datei</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>your folder</source>
        <translation>Ihr Ordner</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>built in · arithmetic and little puzzles</source>
        <translation>eingebaut · Rechnen und kleine Rätsel, auf Englisch</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>number_range</name>
    <message>
        <location filename="ui/widgets/number_box.py"/>
        <source>numbers above {least}, up to {most}</source>
        <translation>Zahlen über {least} bis {most}</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_box.py"/>
        <source>numbers from {least} to {most}</source>
        <translation>Zahlen von {least} bis {most}</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_box.py"/>
        <source>whole numbers from {least} to {most}</source>
        <translation>ganze Zahlen von {least} bis {most}</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>~{count} tokens</source>
        <translation>~{count} Token</translation>
    </message>
</context>
<context>
    <name>preset_words</name>
    <message>
        <location filename="ui/chat/presets/preset_words.py"/>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_words.py"/>
        <source>as recommended</source>
        <translation>wie empfohlen</translation>
    </message>
</context>
<context>
    <name>styled</name>
    <message>
        <location filename="ui/widgets/styled.py"/>
        <source>Empty this field</source>
        <translation>Dieses Feld leeren</translation>
    </message>
</context>
</TS>
