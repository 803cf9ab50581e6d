<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPanel</name>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Conversations and lists, in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Copy diagnostic report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Open the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Open the log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Show the licence of Aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Versions, this computer, settings and the log's end; no conversation, name or path of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>What Aside has noted of its work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <location filename="ui/chat/action_row.py"/>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/action_row.py"/>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/action_row.py"/>
        <source>More that can be done with this message (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/action_row.py"/>
        <source>Version {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArithmeticBox</name>
    <message>
        <location filename="ui/models/arithmetic_box.py"/>
        <source>Computed from the file's header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/arithmetic_box.py"/>
        <source>Computed from the file's header; asking llama.cpp …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/arithmetic_box.py"/>
        <source>What it needs could not be found out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/arithmetic_box.py"/>
        <source>llama.cpp itself confirmed these figures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachedChip</name>
    <message>
        <location filename="ui/chat/attached_chip.py"/>
        <source>Do not send {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/attached_chip.py"/>
        <source>Show the text of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/attached_chip.py"/>
        <source>{name} · reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/attached_chip.py"/>
        <source>{name} · {size} · about {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/attached_chip.py"/>
        <source>{name} · {size} · {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachedFiles</name>
    <message>
        <location filename="ui/chat/attached_files.py"/>
        <source>Files of the question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentController</name>
    <message>
        <location filename="ui/chat/attachment_controller.py"/>
        <source>Pasted text {number}.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/attachment_controller.py"/>
        <source>Send files along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/attachment_controller.py"/>
        <source>the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/attachment_controller.py"/>
        <source>{count} tokens, {free} left for the reply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>All conversations are put back as they were then. What is here now is kept as a backup first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>Backups, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>Restore from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>There is no backup yet. Aside makes one each day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>before a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/backup_dialog.py"/>
        <source>{when} · {size} · {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardAction</name>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Answer the question anew; this version is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Begin a new conversation with everything up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Compare versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Copy as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Copy the text without marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Go on exactly where this reply stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Go to the first line of this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Put two versions side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Read from its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Show the thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Show the version after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Show the version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>Write another version; this one is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/card_action.py"/>
        <source>{text} ({key})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatController</name>
    <message>
        <location filename="ui/chat/chat_controller.py"/>
        <source>Ask a follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/chat_controller.py"/>
        <source>Ask something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/chat_controller.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/chat_controller.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/chat_controller.py"/>
        <source>{name} is ready for a question.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatWindow</name>
    <message>
        <location filename="ui/chat/chat_window.py"/>
        <source>Drop to open {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Copy this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Show each line in one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Unwrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Wrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Wrap long lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/code_header.py"/>
        <source>Wrap long lines of this code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Found actions, models and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Search actions, models and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Type a few letters; ↑ and ↓ choose, Enter does it, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>What would you like to do, open or find?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandWiring</name>
    <message>
        <location filename="ui/command_wiring.py"/>
        <source>List all shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/command_wiring.py"/>
        <source>Search actions, models and conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/command_wiring.py"/>
        <source>keyboard keys help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/command_wiring.py"/>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Close this window (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Compare versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Mark the words that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Shows the text as it was written, and what only this version has</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Ask something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Send files along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Send files along: text, code, Markdown, CSV, JSON, PDF (Ctrl+U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Send the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Send the question (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Shift+Enter for a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Stop  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Stop the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Stop the reply (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Tokens that this question takes, with its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/composer.py"/>
        <source>Your question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextGauge</name>
    <message>
        <location filename="ui/chat/context_gauge.py"/>
        <source>Context, in tokens
Prompt: {prompt}
Thinking: {thinking}
Answer: {answer}
Free: {free}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/context_gauge.py"/>
        <source>{used} of {context}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationController</name>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Archived {count} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Archived “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Deleted the folder “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Deleted {count} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Deleted “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Moved {count} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Moved “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Pinned {count} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Pinned “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Unpinned {count} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>Unpinned “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>{count} are out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_controller.py"/>
        <source>“{title}” is out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <location filename="ui/chat/conversation_list.py"/>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_list.py"/>
        <source>Delete folder, keep conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_list.py"/>
        <source>Rename folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Move to folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>New folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>No folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Take out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_menu.py"/>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>Previous 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>Previous 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>{name}, folder with {count} conversations, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>{name}, folder with {count} conversations, open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>{title}, pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/conversation_words.py"/>
        <source>{title}, writing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Copy the report to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Something went wrong in Aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>This is a mistake in the program, not yours. What was written is saved. You can go on; if it happens again, please report it with the text below. It contains no conversation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <location filename="ui/chat/dialog_buttons.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/dialog_buttons.py"/>
        <source>Close without a change (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscoverController</name>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>Asking {host} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>None of the recommended models is of this kind. Search, or change a filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>Nothing was found. Try fewer words, or change a filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>One model on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>Recommended by Aside. Shown without a connection; opening one asks the Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>{count} models on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>{count} models on {host}, and more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscoverView</name>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>15 to 40 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>2 to 6 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>40 B and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>6 to 15 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Any licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Any size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Ask the Hub for its most downloaded models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Ask the Hub for the next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Browse the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Fits this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Models found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Most downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Most liked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Nothing is sent before you type here (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Only models that reason before they answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Only models that this computer can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Search the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Search the Hugging Face Hub, or paste a model's address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Size in parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Trending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_view.py"/>
        <source>Up to 2 B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentMenu</name>
    <message>
        <location filename="ui/documents/document_menu.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/document_menu.py"/>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/document_menu.py"/>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/document_menu.py"/>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <location filename="ui/documents/document_menu.py"/>
        <source>A picture that is not fetched: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/documents/document_view.py"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadBar</name>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>Load this model and go to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>Show the downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>Stop for now; what arrived is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>Take it out of the list of downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>Use now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_bar.py"/>
        <source>{status} · {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Delete what has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Download it after the one below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Download it before the one above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Give this download up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Go on as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Go on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Load this model and go to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Stop for now; what has arrived is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_card.py"/>
        <source>Use now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message>
        <location filename="ui/models/download_strip.py"/>
        <source>Show the downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_strip.py"/>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_strip.py"/>
        <source>{percent} · {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_strip.py"/>
        <source>{status} · {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <location filename="ui/models/downloads_view.py"/>
        <source>Nothing is being downloaded. What you download under Discover appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndButton</name>
    <message>
        <location filename="ui/chat/end_button.py"/>
        <source>Go to the end (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/end_button.py"/>
        <source>New text below: go to the end (End)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangeController</name>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Backing up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Exported to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Imported {count} conversations with {messages} messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Importing {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Restoring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Something else is still running; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Stopped; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>The conversations are as they were then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>The conversations are backed up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Everything, with all versions; Aside can import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Export conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Export {count} conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>JSON Lines with messages and reasoning_content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>The branch shown, to read and to edit anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>The branch shown, to read in a browser, offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Thinking traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Thoughts are written as folded sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/export_dialog.py"/>
        <source>With the thoughts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <location filename="ui/chat/file_questions.py"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/file_questions.py"/>
        <source>Exports of conversations (*.json *.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/file_questions.py"/>
        <source>Import conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileTextDialog</name>
    <message>
        <location filename="ui/chat/file_text_dialog.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/file_text_dialog.py"/>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/file_text_dialog.py"/>
        <source>Text of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/file_text_dialog.py"/>
        <source>{size} · {count} characters, as the model reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/file_text_dialog.py"/>
        <source>{size} · {count} characters; the first part is shown here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>Close the bar (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>Enter goes to the next hit, Shift+Enter to the previous one (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/find_bar.py"/>
        <source>{total} found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersEditor</name>
    <message>
        <location filename="ui/settings/folders_editor.py"/>
        <source>Add a folder with models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/folders_editor.py"/>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/folders_editor.py"/>
        <source>Look through this folder no more; nothing in it is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/folders_editor.py"/>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/folders_editor.py"/>
        <source>Take {folder} out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/folders_editor.py"/>
        <source>{setting}: add a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatedBox</name>
    <message>
        <location filename="ui/models/gated_box.py"/>
        <source>Access token (hf_…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/gated_box.py"/>
        <source>Access token of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/gated_box.py"/>
        <source>Ask for access on the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/gated_box.py"/>
        <source>Check the token with the Hub and keep it in the system's keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/gated_box.py"/>
        <source>Kept in the system's keyring, sent to the Hub only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/gated_box.py"/>
        <source>Open the model's page in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/gated_box.py"/>
        <source>Use token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupSection</name>
    <message>
        <location filename="ui/settings/group_section.py"/>
        <source>Give every setting on this page its default again; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/group_section.py"/>
        <source>Reset this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/group_section.py"/>
        <source>Reset {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <location filename="ui/chat/header_bar.py"/>
        <source>Show or hide the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/header_bar.py"/>
        <source>Show or hide the conversations (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Add a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Add a folder with models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Keep downloaded models in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Models (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Moving to {folder} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Moving: {read} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>No models yet. Find one under Discover, or add a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>One model · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Reading {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Reading {name}: {read} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Verifying …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>Verifying: {read} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_controller.py"/>
        <source>{count} models · {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Ask the Hub whether this file has changed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Asks first, and says what becomes free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Call it differently; its file keeps its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Choose a model to see where it is and what you can do with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Do it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Load this model and go to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Open the folder in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Read the whole file and compare it with the published or recorded hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Use this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_panel.py"/>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Add file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Keep downloaded models in another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Models on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Move downloads…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Register a GGUF file where it lies; nothing is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_view.py"/>
        <source>Show the models of a folder; they are never changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <location filename="ui/chat/link_menu.py"/>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/link_menu.py"/>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/link_menu.py"/>
        <source>Write in the mail program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <location filename="ui/chat/message_editor.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/message_editor.py"/>
        <source>Ctrl+Enter confirms, Escape cancels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/message_editor.py"/>
        <source>Leave everything as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/message_editor.py"/>
        <source>{text} (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelController</name>
    <message>
        <location filename="ui/models/model_controller.py"/>
        <source>Aside Starter · built in · arithmetic and little puzzles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_controller.py"/>
        <source>Models (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_controller.py"/>
        <source>Open a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_controller.py"/>
        <source>built in · arithmetic and little puzzles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_controller.py"/>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_controller.py"/>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_controller.py"/>
        <source>not there now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <location filename="ui/models/model_panel.py"/>
        <source>Choose a model to see what it is and whether it fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_panel.py"/>
        <source>Open on the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_panel.py"/>
        <source>Open the model's page in the browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>Choose a model (Ctrl+M); open a file (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>Free the model's memory; it loads again with the next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>Give up loading this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>Open GGUF file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>Unload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>cannot be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_picker.py"/>
        <source>loading {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsDoor</name>
    <message>
        <location filename="ui/models/models_door.py"/>
        <source>{count} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsFolderEditor</name>
    <message>
        <location filename="ui/settings/models_folder_editor.py"/>
        <source>Keep downloaded models in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/models_folder_editor.py"/>
        <source>Move back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/models_folder_editor.py"/>
        <source>Move the models to {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/models_folder_editor.py"/>
        <source>Move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/models_folder_editor.py"/>
        <source>{setting}: move the models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Discover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Downloads · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Find models on the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Show or hide the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Show or hide the conversations (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>The models that are here, other apps' included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>What is being downloaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Show the technical details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <location filename="ui/settings/number_editor.py"/>
        <source>{setting}: less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/number_editor.py"/>
        <source>{setting}: more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelController</name>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>Asking the Hub whose token this is …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>Asking {host} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>Signed in as {name}, {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>The maker of this model decides who may download it. Ask on its page, then enter your token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>The page does not describe this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>kept in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_controller.py"/>
        <source>kept until Aside ends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <location filename="ui/models/panel_frame.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/panel_frame.py"/>
        <source>Back to the list (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacementWords</name>
    <message>
        <location filename="ui/models/placement_words.py"/>
        <source>Cache stored as {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/placement_words.py"/>
        <source>Experts of {count} layers in the computer's memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/placement_words.py"/>
        <source>On the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/placement_words.py"/>
        <source>{layers} of {total} layers on {device}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuantizationCard</name>
    <message>
        <location filename="ui/models/quantization_card.py"/>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/quantization_card.py"/>
        <source>Download {name}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/quantization_card.py"/>
        <source>Load this model and go to the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/quantization_card.py"/>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/quantization_card.py"/>
        <source>Show the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/quantization_card.py"/>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/quantization_card.py"/>
        <source>recommended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionBubble</name>
    <message>
        <location filename="ui/chat/question_bubble.py"/>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/question_bubble.py"/>
        <source>Sent as a new version; this one and its answer are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/question_bubble.py"/>
        <source>Show all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/question_bubble.py"/>
        <source>Show all {count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/question_bubble.py"/>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/question_bubble.py"/>
        <source>Your question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/question_bubble.py"/>
        <source>Your question: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyView</name>
    <message>
        <location filename="ui/chat/reply_view.py"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_view.py"/>
        <source>Answer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_view.py"/>
        <source>End the thought and go on to the answer (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_view.py"/>
        <source>Kept as a new version beside this one. The model reads it as its own answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_view.py"/>
        <source>Reply: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_view.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_view.py"/>
        <source>Show the thought</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Ended at the length limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Loading the model · {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Reached the length limit while thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Reading · {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Stopped while thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Thinking · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Thought for {time} · {tokens} tokens ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Thought · {tokens} tokens ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>Thought ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>first token {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/reply_words.py"/>
        <source>{speed} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="ui/chat/search_field.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_field.py"/>
        <source>Search all conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_field.py"/>
        <source>Search titles, questions, answers and thoughts ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <location filename="ui/chat/search_hit_model.py"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_hit_model.py"/>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_hit_model.py"/>
        <source>Thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_hit_model.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_results.py"/>
        <source>More than {count} places, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_results.py"/>
        <source>Nothing found. Words match from their beginning; "quotes" keep words together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_results.py"/>
        <source>One place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_results.py"/>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/search_results.py"/>
        <source>{count} places, newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Back to: {default}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Changed · reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>{setting}: reset to {default}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <location filename="ui/settings/settings_controller.py"/>
        <source>One setting was reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_controller.py"/>
        <source>{count} settings were reset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDoor</name>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Asking the Hub whose token this is …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Conversations and models stay on this computer. Aside connects to the Hub only for searches, model pages and downloads that you ask for. Nothing is measured or reported, and no token is used that you have not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>HF_ENDPOINT is set for this computer and is used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>about version engine licence data folder log python qt diagnostic report help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_door.py"/>
        <source>access token of the hub gated keyring hf_token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Choose a page of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Names and explanations of all pages are searched (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>No setting has these words. Try fewer or others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Page of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Search the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Show or hide the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Show or hide the conversations (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Show the settings of this page: {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsWiring</name>
    <message>
        <location filename="ui/settings_wiring.py"/>
        <source>Signed in as {name}, {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings_wiring.py"/>
        <source>The token is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings_wiring.py"/>
        <source>kept in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings_wiring.py"/>
        <source>kept until Aside ends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Close this list (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>In the list of conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>In the question's field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>List of shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>On a message (↑ and ↓ go from one to the next)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>All conversations: folders, export, import, backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Begin a new conversation (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Change how Aside looks and works (Ctrl+,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Ctrl N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Export all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Find, download and manage models (Ctrl+Shift+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Mark all conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Models: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>New folder, export, import, backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Restore from a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/sidebar.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingControl</name>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Always thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Answer at once, without thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>As the model has it: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Limit of the thought: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Limit the thought; keep or drop old thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Think as much as the model sees fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Think briefly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Think for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Think thoroughly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>Thinking: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>This model always thinks; it cannot be turned off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_control.py"/>
        <source>{what} (Ctrl+Shift+T for the next)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingLimitDialog</name>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Count tokens or seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>How many tokens or seconds a thought may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Leave the limit as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Limit the thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Set the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>The thought ends there, and the answer begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Unit of the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>Use this limit from the next question on (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_limit_dialog.py"/>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingOptionsMenu</name>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>Any number of tokens or seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>As the model has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>Each model was trained for one or the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>Keep in the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>Leave out of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>Limit of the thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>Old thoughts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>Other limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>The model sees only its answers; saves context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>The model sees what it thought before; takes context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>The thought ends there, and the answer begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>This model always thinks; it cannot be turned off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_options_menu.py"/>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingPane</name>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>Answer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>Edit the thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>End the thought and go on to the answer (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>Hide the thinking pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>Hide the thinking pane (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>The model's thought appears here, beside its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>Thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_pane.py"/>
        <source>{tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThinkingRail</name>
    <message>
        <location filename="ui/chat/thinking_rail.py"/>
        <source>Show the thinking pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_rail.py"/>
        <source>Show the thinking pane (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thinking_rail.py"/>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThoughtEditor</name>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>Answer from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>Leave the thought as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>Let the model think on from the end of this text (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>Take this as the whole thought and let the model answer (Ctrl+Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>The model goes on from the end of this text. The reply as it is stays as a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>The thought to go on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_editor.py"/>
        <source>Think on from here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThoughtFollower</name>
    <message>
        <location filename="ui/chat/thought_follower.py"/>
        <source>The model's thought appears here, beside its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_follower.py"/>
        <source>The thought appears here when it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_follower.py"/>
        <source>This reply came without a thought.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThoughtFoot</name>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>A hint for the running thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>A hint for the thought · Enter sends, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>Answer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>Change the thought and let the model go on from there (Ctrl+Shift+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>Edit and continue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>End the thought and go on to the answer (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>Nudge the thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>Nudge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>Put a hint into the running thought (Ctrl+Shift+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_foot.py"/>
        <source>The thought goes round in circles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThoughtText</name>
    <message>
        <location filename="ui/chat/thought_text.py"/>
        <source>Thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/thought_text.py"/>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Access token of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Check the token with the Hub and keep it in the system's keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Delete the token from the keyring and from memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Forget the access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Kept in the system's keyring, sent to the Hub only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Needed for models whose maker wants to be asked first. It is checked with the Hub, kept in the system's keyring and sent to the Hub only; without a keyring it is kept until Aside ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Use token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <location filename="ui/chat/transcript.py"/>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreeController</name>
    <message>
        <location filename="ui/chat/tree_controller.py"/>
        <source>{title} (branch)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <location filename="ui/widgets/undo_bar.py"/>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/undo_bar.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <location filename="ui/bridges/update_watch.py"/>
        <source>Aside {version} can be had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/bridges/update_watch.py"/>
        <source>What is new, and where to get it, is in the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <location filename="ui/chat/waiting_row.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/waiting_row.py"/>
        <source>Do not answer this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/waiting_row.py"/>
        <source>End the reply that is being written now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/waiting_row.py"/>
        <source>Stop that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/waiting_row.py"/>
        <source>Waiting for the reply before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/waiting_row.py"/>
        <source>Waiting for “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="ui/chat/welcome.py"/>
        <source>A thought beside every answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/welcome.py"/>
        <source>Aside runs reasoning models on this computer. Nothing you write leaves it. Open a model file to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/welcome.py"/>
        <source>Ask this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/welcome.py"/>
        <source>Choose a model file on this computer (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/welcome.py"/>
        <source>Open a GGUF file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/welcome.py"/>
        <source>What shall we think about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/welcome.py"/>
        <source>or drop the file anywhere in this window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer the last question anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer the question anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Archive this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Archive, or take out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Back up the conversations now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new conversation from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose the next level of thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Compare two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy the last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Delete the chosen conversations; this can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Delete this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit the thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit; the present version is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>End the thought and answer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Export all conversations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Export this conversation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Free the model's memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Give the running thought a nudge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go on with a reply that was cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the first line of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the message above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the message below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next place found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the place found before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the question's field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Import conversations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Open a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Open the menu of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Pin or unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Print this conversation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Rename the chosen conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Restore from a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Search all conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Search on the page that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the thinking pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the models, or go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the settings, or go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the version after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Stop the running reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Text in its usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Undo the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>cancel end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>download library discover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>exit close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>new chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>preferences options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>regenerate retry again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>theme appearance colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>unload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom reset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <location filename="ui/models/work_row.py"/>
        <source>End this; nothing is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/work_row.py"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <location filename="ui/chat/work_strip.py"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/work_strip.py"/>
        <source>Stop; nothing is changed then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_VersionColumn</name>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Choose which version stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Go on with this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Show this version in the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/compare_window.py"/>
        <source>Version {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Check that it is a file, still there, and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Describe the picture, or send its text as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Open it in a PDF viewer, save it without a password, and send that along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Reading {name} took longer than {limit} seconds, so it was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Run a text recognition (OCR) on it first, or paste the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Save it again from its program, or paste the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the pages that matter in a file of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the part that matters, in a file of its own or pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the part that matters, leave out older turns or files, or load the model with a larger context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Text, code, Markdown, CSV, JSON and PDF files can be sent along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>This build cannot look at images yet, so {name} is not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} holds no text that a model could read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} holds pictures of pages and no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is damaged and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is protected with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is too large to send along: {size}, and at most {limit} can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} needs {needed} tokens; {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/attachments/pdf.py"/>
        <source>Only the first {pages} of {total} pages were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Choose a file that ends in .gguf, or download one from the Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Choose the ordinary file of the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Download the file again, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Download the file again, or copy it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Look for a newer version of the app, or choose another file of the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is a GGUF file of a kind that this version cannot read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is cut short: {present} of at least {needed} are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is damaged: its header makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is not a GGUF model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is written for big-endian machines and cannot be used on this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>Choose a context of at most {max_context} tokens, or a smaller quantization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>Choose a smaller quantization or a smaller model, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>{name} needs {need} of memory; {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Careful maths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Critic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Explain it to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Short answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Another program is using the conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Check that {path} may be written, and that its disk works and has room for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Choose another backup than {path}. Your conversations are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Close the other program that has {path} open; Aside keeps trying to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Free some space on the disk that holds {path}; Aside saves as soon as there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Put a backup in the place of {path}, or start a new history: the file is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The conversations cannot be saved to their file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The conversations were last opened with a newer version of Aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The disk is full, so the conversation cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>This backup is damaged and cannot be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Update Aside, or move {path} away to start a new history. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Check that the file may be used, and that its disk works and has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose a JSON export of Aside, ChatGPT (also the zip), Open WebUI or LM Studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Export the conversations again, and check that the file was copied as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Leave that conversation out of the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} holds a conversation that is too large to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} holds no conversations that Aside can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} is damaged, so nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/history/store.py"/>
        <source>Aside was closed while this reply was being written. What had been written is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>Allow writing there, or choose another models folder in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>Check the disk, or choose another models folder in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>Choose a models folder on another disk, or a smaller or divided file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>Choose a models folder with a shorter path in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>Connect it again and continue the download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>Free some space, remove models you do not use, or move the models folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>Nothing can be written in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>The disk of {folder} cannot hold a file of {size}: its format (FAT32) ends at 4.3 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>The disk of {folder} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>The disk of {folder} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>The downloads need {needed} on the disk of {folder}; {free} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>The path of {file} is too long for this system ({length} characters).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/disk_errors.py"/>
        <source>{path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/download_queue.py"/>
        <source>The download failed for an unknown reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/download_queue.py"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Check that you may read it and that its disk works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Check that {path} may be written and that its disk has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Check the path; if the file is on another disk, connect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Choose a name that no other model has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Did you mean {close_matches}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Get the file again, or remove the model with: aside models remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>It is small; simply choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>No model can be renamed to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Not sound: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Put the missing files beside the others: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>See the names with: aside models list. A file is named by its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>The list of models cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>There is no model “{name}” on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Unload the model, close programs that use the file, and check that you may delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>Use one of these names: {matches}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>{path} cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>{path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>“{name}” belongs to Aside and cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>“{name}” is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/errors.py"/>
        <source>“{name}” may mean several models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Aside is set to stay offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Ask for access on {page} with the account that your access token belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Ask for access on {page}, then enter your access token (HF_TOKEN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check the internet connection and the name of the mirror, if you set one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check the internet connection, and the proxy if you use one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check the mirror in the settings, and whether this network wants you to log in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check the name; for a private model, enter an access token from {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check the proxy in the settings; it must begin with http:// and may need a name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check the spelling, or search: aside models search. A private model needs an access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check this computer's date and time. In a company network, its certificate must be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Check whether your network blocks it, and whether your access token has the right to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Choose another file; this one is probably damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Copy it again from the Hub and enter it anew (HF_TOKEN); it begins with hf_.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Correct it in the settings, or the variables HTTPS_PROXY and ALL_PROXY; it must begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Correct the mirror in the settings (HF_ENDPOINT); it begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Correct the variables SSL_CERT_FILE and SSL_CERT_DIR, or remove them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Do not use this repository; report it to the Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>It has no GGUF model files. Look for a repository whose name ends in GGUF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>It has: {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Name one of them: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Nothing has come from {host} for {timeout}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>See its files with: aside models files {repo}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Several files of {repo} are “{wanted}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Start the download again to get the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Switch “Stay offline” off in the settings to search and download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The Hub asks who you are before it shows {repo}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The access token for {host} holds characters that no token has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The address of {host} could not be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The certificate of {host} is not trusted, so nothing was sent or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The certificates that this computer trusts cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The connection to {host} broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The description at the start of {file} does not end within {read}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The file name {file} is not safe to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The file on the server is not the one it announces. Try again later or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The proxy that is set is of a kind that Aside cannot use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The proxy {proxy} did not let the connection through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The server does not allow access to {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>The server does not have the part of {file} that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>There is no model {repo} on the Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Try again; if it stays, try without the proxy or mirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Try again; what has arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Try another network or without a mirror; if it stays, tell the model's maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Wait a while, then try again; what has arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Wait for it, or stop it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>Wait, then try again. With an access token more requests are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>What arrived as {file} is not the file that was published, so it was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{file} changed on the Hub during the download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{file} is already being downloaded by another Aside (process {pid}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{host} answered something that makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{host} cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{host} does not accept the download's address any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{host} has a problem of its own (status {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{host} received too many requests from this network and asks to wait {wait}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{host}, or something on the way, does not send the bytes that were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{repo} has no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{repo} has no model to download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{repo} has no “{wanted}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>{repo} is gated: its maker decides who may download it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/hub_errors.py"/>
        <source>“{endpoint}” is no address of a Hub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/licence.py"/>
        <source>Free for any use, also commercial; keep the notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/licence.py"/>
        <source>Free for any use; what you build from it must stay under the same terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/licence.py"/>
        <source>Free for most uses, also commercial, under the maker's conditions; read them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/licence.py"/>
        <source>Not for commercial use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/hub/licence.py"/>
        <source>The maker names no licence that Aside knows; read the model's page before using it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/device_failure.py"/>
        <source>The engine stopped while it loaded the model on {device}, so the model runs on the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>Choose a smaller model of the same family, or draft without a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>Choose an ordinary model of the same family, or draft without a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>No draft model is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} cannot draft for {name}: their vocabularies differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} cannot draft: its kind of memory cannot take back what turns out wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} does not draft for this model: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>A cache of the type {cache_type} needs flash attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Check that you may read it and that the drive works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Choose a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Choose a shorter context or a smaller quantization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Choose the model file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs and try again, or reinstall Aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs or choose a shorter context; the conversation is kept, ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Connect the drive it lies on, or open the file at its new place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Download it again, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>It has: {levels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Leave flash attention on automatic, or choose f16 for the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Make it shorter; the thought goes on as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Memory ran out while the model was computing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Models of the architecture “{architecture}” are not supported by this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Please report this with its details. You can ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Shorten the question, start a new conversation, or load the model with a larger context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The conversation needs {prompt_tokens} tokens, and the context holds {context}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine failed in a way that was not foreseen: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine gave no sign of life for {seconds} seconds and was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine stopped unexpectedly: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine stopped while it computed on {device}: its memory may have run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The hint needs {nudge_tokens} tokens, and {left_tokens} are left of the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model file {path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model file {path} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model's chat template did not finish within {seconds} seconds and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model's chat template failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>There is not enough memory for a context of {context} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>There is not enough memory to load {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>This model has no thinking level “{level}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Update Aside, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Use another copy of this model; its template is broken or of an unknown kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Use another copy of this model; its template is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>What was written is kept. Ask again; if it happens again, try a shorter context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>What was written is kept. Ask again; the model loads anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>What was written is kept. Close other programs that use the graphics card, or choose a shorter context or fewer layers on it, and ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>{name} cannot write text; it is a part of a model or of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>{name} could not be loaded; the file may be damaged or of an unknown kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/load_notes.py"/>
        <source>Memory ran out while loading, so prompts are read {batch} tokens at a time, which is slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/load_notes.py"/>
        <source>Memory ran out while loading, so the context is {context} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/load_notes.py"/>
        <source>The cache of this model cannot be stored as {wanted}; it is stored as {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/load_notes.py"/>
        <source>There is no room for this model on {device}, so it runs on the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/load_notes.py"/>
        <source>Video memory ran out while loading, so only {layers} of {total} layers are on the graphics device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/load_notes.py"/>
        <source>Video memory ran out while loading, so the model runs on the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/load_notes.py"/>
        <source>Video memory ran out while loading, so the model's experts stay in the computer's memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/llama/packs_in_use.py"/>
        <source>The engine pack {name} does not work here ({reason}), so the processor computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>A pack is a program: install it with --trust only if you built it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Download it again from the place where you got Aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Download the pack again. Nothing was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Free some space there, or check that you may write there, and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Get the pack that belongs to your version of Aside and your system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>See: aside engine list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>The pack could not be unpacked into {folder}; it needs {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>There is no engine pack named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack is for {made_for}; this Aside needs one for {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack is not signed by the makers of Aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>{file} in this pack is damaged or was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>{file} is not an engine pack, or it is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/model_choice/fit_verdict.py"/>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/model_choice/fit_verdict.py"/>
        <source>fits in memory, slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/model_choice/fit_verdict.py"/>
        <source>fits on GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/model_choice/fit_verdict.py"/>
        <source>fits, partly on GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;mm:think&gt; tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;seed:think&gt; tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags with a suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags, and tags around the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;thought&gt; tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;|START_THINKING|&gt; control tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;|inner_prefix|&gt; control tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>[THINK] control tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>a think message before the content message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>a thought channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>an analysis channel beside the final one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>messages of the model to itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>no thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>the phrases “Here is my thought process:” and “Here is my response:”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>think and response sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>thinking up to [BEGIN FINAL RESPONSE]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>◁think▷ tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A mirror must be reached over https://, so that nobody on the way can change a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A mirror's address cannot hold a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an HTTP proxy, such as http://proxy.example.org:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as http://proxy.example.org:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as https://example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as https://hub.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Leave out what stands before the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Only a mirror on this computer may begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>SOCKS proxies cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a mirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>Choose a value in the range shown beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The settings cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>“{label}” cannot have this value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>A quarter (q4_0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>As much of a model as fits is put on the graphics card, which is faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>At most so many work on a reply; 0 is one for each core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Flash attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Full (f16)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Half (q8_0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Keep everything of models with a sliding window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>More reads long questions faster and takes more memory; 0 is the usual 512.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Off saves memory with models such as Gemma; going back in a conversation reads more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>One for each core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Prompt tokens at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Saves memory and time; switch it off only if a model writes nonsense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Storage of the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Use graphics devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>What a model has read, stored smaller: room for a longer context, a little less exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>Where possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/performance_settings.py"/>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>In pixels; set by dragging its edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Last conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Last model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Place of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Recent commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Show the thought as a thin rail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Size and place of the window, as the window wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>The conversation shown last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>The model file used last; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Thinking pane collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>What was chosen last in the command palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/remembered_settings.py"/>
        <source>Width of the thinking pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A notification, if it took more than 20 seconds and I am in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A soft pulse shows that a reply is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Address of a mirror, beginning with https://; empty for the Hub itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Address of a proxy, beginning with http://; empty for the system's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the model sees fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Asks once a day, without saying who asks; only in copies made by the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Brings the window forward, where the desktop has a tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>By the draft model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Choose among the likeliest words that together have this probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Choose among this many of the likeliest words; 0 for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Download speed limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Downloads at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Draft ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Draft model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>End thoughts that go round in circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>From all there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>From the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Guessed words are checked together: the same replies, sooner, where it pays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How freely words are chosen; 0 always takes the likeliest. Most models recommend values for this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How many models are downloaded at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How much the model thinks; one that lacks the level goes by its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Icon in the system tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>In new conversations a thought ends after so many seconds; 0 for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>In new conversations a thought ends after so many tokens; 0 for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keep the computer awake during a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Kilobytes per second for all downloads together; 0 for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Leave out words less likely than this share of the likeliest one's probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Light, dark, or as the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Make no connection at all, not even for searches and downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Make words that were just used less likely; 1 does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Minutes without a question until the model's memory is given back; 0 for never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Mirror of the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Models folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Models found there are used where they lie and never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>More folders with models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Of the window; replies are in the language that you write in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Path of a smaller model of the same family that drafts; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Percent of the free context that no thought can use up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Read along while I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Repeat penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Room for conversations' caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Room kept for the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Size of all text, in percent of the usual size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Sleep is held off while a reply is being written, and only then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Stay offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tell me of new versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tell me when a long answer is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The answer begins by itself; otherwise “Answer now” is offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The model reads a long question before it is sent, so that it answers sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking in new conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking limit in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking limit in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tokens that the model can see at once; 0 chooses what fits this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Unload an idle model after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Where downloaded models are kept. Moving takes the models along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>With its cache an old conversation goes on without being read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>kB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>Aside could not ask whether there is a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>If this comes again, look for a new version yourself where you got this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>It asks again tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>The word of a newer version is not from the makers of Aside, so it was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A fast mixture of experts for code and long tasks, also without a large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A fast mixture of experts for code, with thinking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A good all-rounder for everyday use on a small computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A mixture of experts that always thinks: fast, deep reasoning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A mixture of experts: large, and quick even without a graphics card if there is enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A solid thinking model for a larger graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A strong all-rounder whose thinking can be switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Always thinks, and is fast without a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fluent in many languages, with reasoning, trained for 4-bit use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fully open, with thinking that can be switched off, in six languages. A good first choice for a small laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Light thinking for computers with little memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Long, careful reasoning about maths, science and code; slow but accurate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Many languages, with thinking that can be switched on, for small laptops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Nearly the quality of a large model at the speed of a small one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>OpenAI's large open model, with three levels of effort, for workstations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>OpenAI's open model: fast for its size, with three levels of effort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>R1 distill with strong maths and logic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>R1 distilled into Llama: a little better at prose than the 7B one, a little weaker at maths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Reasoning for maths, code and science on a mid-sized machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Small reasoning model for maths, code and science.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Step-by-step school and university maths on a laptop; narrow otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Strong at code and long tasks on a large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Stronger reasoning for maths, code and science.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best R1 distill for one large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best newer all-rounder for a mid-sized graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best small DeepSeek reasoner; thinks long and carefully.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The classic R1 distill: good at maths on a mid-sized machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The largest R1 distill, for workstations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The largest dense Qwen3, for a large graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The smallest R1 distill: long visible reasoning about maths on almost any machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The smallest model that really thinks; runs on any laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The veteran of thinking models: thorough on hard maths, and wordy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Thinks, and is open down to its training data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Tiny: checks that everything works. Does not think, and knows little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Unusually strong reasoning for its size; always thinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>A reply is being written, so the backup was not restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/exchange_controller.py"/>
        <source>Stop the reply, or wait for its end, and restore again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/downloads_running.py"/>
        <source>Pause or finish the downloads first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/downloads_running.py"/>
        <source>The folder cannot be moved while something downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/hub_notice.py"/>
        <source>Ask for access on the model's page with the account that your access token belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/hub_notice.py"/>
        <source>Ask for access on the model's page, then enter your access token here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/hub_notice.py"/>
        <source>Check the spelling, or search for it. A private model needs an access token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/hub_notice.py"/>
        <source>Choose one of the files that the model's page lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/hub_notice.py"/>
        <source>Download the model again, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/hub_notice.py"/>
        <source>It may have been renamed or removed meanwhile: look at the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <location filename="ui/application.py"/>
        <source>Aside is running already, but does not answer. End it, then start Aside again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/application.py"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/application.py"/>
        <source>Start with an empty history (the damaged file is kept)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/application.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <location filename="ui/chat/cards.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/cards.py"/>
        <source>This reply broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/chat/cards.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>gated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/discover_controller.py"/>
        <source>thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Asking the Hub · {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Checking what is here · {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Give it up? The {size} that have arrived are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Paused · {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Ready · {size}, verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Stopped · {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Trying again in {wait} · {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>Waiting for its turn · {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>{received} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/download_words.py"/>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>About {size} with a usual quantization (Q4_K_M); open it for the exact sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Aside itself, and a margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Compute buffers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Context of {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Fits in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Fits on GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Fits, fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Fits, slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Its size is not known; open it to see whether it fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Needs {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Partly on GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Tight: up to {count}k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Together, of {free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>does not load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>fits with up to {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>no GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>{gpu}, {free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>{rate} tokens/s, answer after {wait}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/fit_words.py"/>
        <source>{total} memory, {free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>A newer one is on the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>A part of it is missing. Download it again, or put the missing files back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Check for update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Delete {name}? {size} become free. The file is gone for good; conversations stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Delete {name}? {size} become free. You can download it again; conversations stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Delete {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Download update · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Forget {name}? Its file stays where it is and can be added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>It is not the file that it should be. Get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Its file is not there now. Connect its disk, or forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>The newest on the Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/library_words.py"/>
        <source>used {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>Hugging Face cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>Incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>Not there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/model_words.py"/>
        <source>your folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>answers directly, without thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>{bits} bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>{count} companion files (pictures, drafts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>{count} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>{count} incomplete shard sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/models/page_words.py"/>
        <source>{size} parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>setting_rows</name>
    <message>
        <location filename="ui/settings/setting_rows.py"/>
        <source>Model's own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/setting_rows.py"/>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/setting_rows.py"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ui/settings/setting_rows.py"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
