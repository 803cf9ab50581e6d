<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>%n replies are being written or wait: they are stopped first, and what is written of them is in the backup that is made of what is here now.</source>
        <translation>
            <numerusform>%n reply is being written or waits: it is stopped first, and what is written of it is in the backup that is made of what is here now.</numerusform>
            <numerusform>%n replies are being written or wait: they are stopped first, and what is written of them is in the backup that is made of what is here now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContextPresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>%n turns</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the %n oldest turns</source>
        <translation>
            <numerusform>Leave out the oldest turn (%n)</numerusform>
            <numerusform>Leave out the %n oldest turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the files of %n questions</source>
        <translation>
            <numerusform>Leave out the files of %n question</numerusform>
            <numerusform>Leave out the files of %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>the files of %n questions</source>
        <translation>
            <numerusform>the files of %n question</numerusform>
            <numerusform>the files of %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>%n conversations</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationsPresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>%n are out of the archive</source>
        <translation>
            <numerusform>%n is out of the archive</numerusform>
            <numerusform>%n are out of the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Archived %n conversations</source>
        <translation>
            <numerusform>Archived %n conversation</numerusform>
            <numerusform>Archived %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Deleted %n conversations</source>
        <translation>
            <numerusform>Deleted %n conversation</numerusform>
            <numerusform>Deleted %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Moved %n conversations</source>
        <translation>
            <numerusform>Moved %n conversation</numerusform>
            <numerusform>Moved %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Pinned %n conversations</source>
        <translation>
            <numerusform>Pinned %n conversation</numerusform>
            <numerusform>Pinned %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Unpinned %n conversations</source>
        <translation>
            <numerusform>Unpinned %n conversation</numerusform>
            <numerusform>Unpinned %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiscoverPresenter</name>
    <message numerus="yes">
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>%Ln models on {host}</source>
        <translation>
            <numerusform>%Ln model on {host}</numerusform>
            <numerusform>%Ln models on {host}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>%Ln models on {host}, and more</source>
        <translation>
            <numerusform>%Ln model on {host}, and more</numerusform>
            <numerusform>%Ln models on {host}, and more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangePresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln damaged lines were left out</source>
        <translation>
            <numerusform>%Ln damaged line was left out</numerusform>
            <numerusform>%Ln damaged lines were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln files were left out</source>
        <translation>
            <numerusform>%Ln file was left out</numerusform>
            <numerusform>%Ln files were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln parts of other kinds were left out</source>
        <translation>
            <numerusform>%Ln part of another kind was left out</numerusform>
            <numerusform>%Ln parts of other kinds were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln pictures were left out</source>
        <translation>
            <numerusform>%Ln picture was left out</numerusform>
            <numerusform>%Ln pictures were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln recordings were left out</source>
        <translation>
            <numerusform>%Ln recording was left out</numerusform>
            <numerusform>%Ln recordings were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln sources without an address were left out</source>
        <translation>
            <numerusform>%Ln source without an address was left out</numerusform>
            <numerusform>%Ln sources without an address were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln without a message were left out</source>
        <translation>
            <numerusform>%Ln without a message was left out</numerusform>
            <numerusform>%Ln without a message were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Export %n conversations</source>
        <translation>
            <numerusform>Export %n conversation</numerusform>
            <numerusform>Export %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileTextDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>{size} · %Ln characters, as the model reads it</source>
        <translation>
            <numerusform>{size} · %Ln character, as the model reads it</numerusform>
            <numerusform>{size} · %Ln characters, as the model reads it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>{size} · %Ln characters; the first part is shown here</source>
        <translation>
            <numerusform>{size} · %Ln character; the first part is shown here</numerusform>
            <numerusform>{size} · %Ln characters; the first part is shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>%n conversations</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>%n copies still hold it:</source>
        <translation>
            <numerusform>%n copy still holds it:</numerusform>
            <numerusform>%n copies still hold it:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forgetting.py"/>
        <source>%n conversations are deleted for good.</source>
        <translation>
            <numerusform>%n conversation is deleted for good.</numerusform>
            <numerusform>%n conversations are deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTroublePresenter</name>
    <message numerus="yes">
        <location filename="ui/history_trouble_presenter.py"/>
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/history_trouble_presenter.py"/>
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message numerus="yes">
        <location filename="ui/models/library/library_presenter.py"/>
        <source>%Ln models · {size}</source>
        <translation>
            <numerusform>%Ln model · {size}</numerusform>
            <numerusform>%Ln models · {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadedWords</name>
    <message numerus="yes">
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Experts of %n layers in the computer's memory</source>
        <translation>
            <numerusform>Experts of %n layer in the computer's memory</numerusform>
            <numerusform>Experts of %n layers in the computer's memory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetPicker</name>
    <message numerus="yes">
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetsPresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptWindow</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>%Ln earlier messages were left out</source>
        <translation>
            <numerusform>%Ln earlier message was left out</numerusform>
            <numerusform>%Ln earlier messages were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>{source}: %Ln tokens</source>
        <translation>
            <numerusform>{source}: %Ln token</numerusform>
            <numerusform>{source}: %Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionBubble</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show all %Ln lines</source>
        <translation>
            <numerusform>Show all %Ln line</numerusform>
            <numerusform>Show all %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <location filename="ui/chat/search/search_results.py"/>
        <source>%Ln places, newest first</source>
        <translation>
            <numerusform>%Ln place, newest first</numerusform>
            <numerusform>%Ln places, newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/search/search_results.py"/>
        <source>More than %Ln places, newest first</source>
        <translation>
            <numerusform>More than %Ln place, newest first</numerusform>
            <numerusform>More than %Ln places, newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendNote</name>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n turns before</source>
        <translation>
            <numerusform>%n turn before</numerusform>
            <numerusform>%n turns before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message numerus="yes">
        <location filename="ui/models/servers/server_words.py"/>
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message numerus="yes">
        <location filename="ui/settings/settings_presenter.py"/>
        <source>%n settings were reset.</source>
        <translation>
            <numerusform>%n setting was reset.</numerusform>
            <numerusform>%n settings were reset.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowContent</name>
    <message numerus="yes">
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to send %n files along</source>
        <translation>
            <numerusform>Drop to send %n file along</numerusform>
            <numerusform>Drop to send %n files along</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models</name>
    <message numerus="yes">
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Found %n models of {apps}</source>
        <translation>
            <numerusform>Found %n model of {apps}</numerusform>
            <numerusform>Found %n models of {apps}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n companion files (pictures, drafts)</source>
        <translation>
            <numerusform>%n companion file (pictures, drafts)</numerusform>
            <numerusform>%n companion files (pictures, drafts)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n incomplete shard sets</source>
        <translation>
            <numerusform>%n incomplete shard set</numerusform>
            <numerusform>%n incomplete shard sets</numerusform>
        </translation>
    </message>
</context>
</TS>
