<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>电脑</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Conversations and lists, in the file manager</source>
        <translation>对话和列表，在文件管理器中</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Copy diagnostic report</source>
        <translation>复制诊断报告</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Every part of Aside that others made, and its licence</source>
        <translation>Aside 中由他人制作的各部分及其许可证</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Licences of what is inside</source>
        <translation>所含组件的许可证</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Made with</source>
        <translation>制作工具</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Show the licence of Aside</source>
        <translation>显示 Aside 的许可证</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Versions, this computer, settings and the log's end; no conversation, name or path of yours</source>
        <translation>版本、这台电脑、设置和日志末尾；不含您的对话、名称或路径</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>What Aside has noted of its work</source>
        <translation>Aside 记录的运行情况</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>AccessibleBlock</name>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Code, {language}</source>
        <translation>代码，{language}</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Head of a table</source>
        <translation>表头</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Heading of level {level}</source>
        <translation>{level} 级标题</translation>
    </message>
    <message>
        <location filename="ui/documents/accessible_document.py"/>
        <source>Row {number} of a table</source>
        <translation>表格第 {number} 行</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>More that can be done with this message (Enter)</source>
        <translation>对此消息的更多操作 (Enter)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/action_row.py"/>
        <source>Version {number} of {count}</source>
        <translation>版本 {number} / {count}</translation>
    </message>
</context>
<context>
    <name>AlignedThoughts</name>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>Both thoughts, step by step</source>
        <translation>两个思考，逐步并排</translation>
    </message>
</context>
<context>
    <name>ArithmeticBox</name>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>Computed from the file's header.</source>
        <translation>根据文件头计算。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>Computed from the file's header; asking llama.cpp …</source>
        <translation>根据文件头计算；正在询问 llama.cpp …</translation>
    </message>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>What it needs could not be found out.</source>
        <translation>无法得知它需要什么。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/arithmetic_box.py"/>
        <source>llama.cpp itself confirmed these figures.</source>
        <translation>llama.cpp 已确认这些数值。</translation>
    </message>
</context>
<context>
    <name>AskingBar</name>
    <message>
        <location filename="ui/chat/calls/asking_bar.py"/>
        <source>Go to the call that waits</source>
        <translation>转到等待中的调用</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/asking_bar.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>AskingModels</name>
    <message>
        <location filename="ui/chat/presets/asking_models.py"/>
        <source>does not fit: needs {size}</source>
        <translation>放不下：需要 {size}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/asking_models.py"/>
        <source>needs {size}</source>
        <translation>需要 {size}</translation>
    </message>
</context>
<context>
    <name>AttachedChip</name>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>Do not send {name}</source>
        <translation>不发送 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>Show the text of {name}</source>
        <translation>显示 {name} 的文本</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>Show {name} large</source>
        <translation>放大显示 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>{name} · reading…</source>
        <translation>{name} · 正在读取…</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>{name} · {size} · about {count} tokens</source>
        <translation>{name} · {size} · 约 {count} token</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attached_chip.py"/>
        <source>{name} · {size} · {count} tokens</source>
        <translation>{name} · {size} · {count} token</translation>
    </message>
</context>
<context>
    <name>AttachedFiles</name>
    <message>
        <location filename="ui/chat/composer/attached_files.py"/>
        <source>Files of the question</source>
        <translation>问题附带的文件</translation>
    </message>
</context>
<context>
    <name>AttachmentsPresenter</name>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Only the first {percent} % of it.</source>
        <translation>只有开头的 {percent} %。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Pasted picture {number}.png</source>
        <translation>粘贴的图片 {number}.png</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Pasted text {number}.txt</source>
        <translation>粘贴的文本 {number}.txt</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>Send files along</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>{count} tokens, {free} left for the reply</source>
        <translation>{count} token，剩余 {free} 用于回复</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/attachments_presenter.py"/>
        <source>{name} (beginning)</source>
        <translation>{name}（开头）</translation>
    </message>
</context>
<context>
    <name>AttentionPresenter</name>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>A tool waits for your answer</source>
        <translation>有工具在等您回答</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>The answer is finished.</source>
        <translation>回答已完成。</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>The reply broke off</source>
        <translation>回复中断</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>The reply broke off.</source>
        <translation>回复中断。</translation>
    </message>
    <message>
        <location filename="ui/attention_presenter.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>%n replies are being written or wait: they are stopped first, and what is written of them is in the backup that is made of what is here now.</source>
        <translation>
            <numerusform>有 %n 条回复正在生成或等待：会先将其停止，已生成的部分会包含在为当前内容创建的备份中。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>All conversations are put back as they were then. What is here now is kept as a backup first.</source>
        <translation>所有对话将恢复到当时的状态。当前内容会先备份保留。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Backups, the newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>Stop and restore</source>
        <translation>停止并恢复</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>There is no backup yet. Aside makes one each day.</source>
        <translation>还没有备份。Aside 每天备份一次。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>before an update of Aside</source>
        <translation>Aside 更新之前</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>made by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>set aside, because it could not be opened</source>
        <translation>因无法打开而移到一旁</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/backup_dialog.py"/>
        <source>what was still open when the file was gone</source>
        <translation>文件消失时仍打开的内容</translation>
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
        <translation>分支</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/branching.py"/>
        <source>Branching off “{title}”…</source>
        <translation>正在从“{title}”创建分支…</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/branching.py"/>
        <source>Stopped; no branch was made.</source>
        <translation>已停止；未创建分支。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/branching.py"/>
        <source>“{title}” is in the list.</source>
        <translation>“{title}”已在列表中。</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>A word to the model</source>
        <translation>给模型的一句话</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>A word to the model, if you like · Enter denies, Esc goes back</source>
        <translation>可以给模型留一句话 · Enter 拒绝，Esc 返回</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Allow once</source>
        <translation>允许一次</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>As it was</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Call of {tool}, {state}</source>
        <translation>调用 {tool}，{state}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Change what the tool is given, before it goes</source>
        <translation>在发出之前修改交给工具的内容</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Deny</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Deny…</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Do not let it go, with a word to the model</source>
        <translation>不放行，并给模型一句话</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Everywhere, with arguments of these kinds</source>
        <translation>在所有对话中，对此类参数</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Give it up; the model is told, and goes on</source>
        <translation>放弃它；模型会得知并继续</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Goes to a program on this computer: {program}</source>
        <translation>交给这台电脑上的程序：{program}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Goes to {address}</source>
        <translation>发往 {address}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>In this conversation, with arguments of these kinds</source>
        <translation>在此对话中，对此类参数</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Let no call of this tool go</source>
        <translation>不放行此工具的任何调用</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Let this call go</source>
        <translation>放行此次调用</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Let this call go, and all that are like it</source>
        <translation>放行此次调用以及类似的调用</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Never anywhere</source>
        <translation>任何地方都不</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Never in this conversation</source>
        <translation>在此对话中从不</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Stays in Aside</source>
        <translation>留在 Aside 内</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>Stop this call</source>
        <translation>停止此次调用</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>The model is told, and goes on without it</source>
        <translation>模型会得知，并在没有它的情况下继续</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>asks you</source>
        <translation>在问您</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>runs · {time}</source>
        <translation>运行中 · {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_card.py"/>
        <source>waits for you</source>
        <translation>等您决定</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Edit the thought…</source>
        <translation>编辑思考…</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Give up the calls, and let the model answer without tools</source>
        <translation>放弃这些调用，让模型不用工具回答</translation>
    </message>
    <message>
        <location filename="ui/chat/calls/call_list.py"/>
        <source>Stop here, change the thought that led to this call, and let the model go on from there</source>
        <translation>在此停下，修改导致此次调用的思考，让模型从那里继续</translation>
    </message>
</context>
<context>
    <name>CallSource</name>
    <message>
        <location filename="ui/chat/calls/call_source.py"/>
        <source>the Internet</source>
        <translation>互联网</translation>
    </message>
</context>
<context>
    <name>CallsPresenter</name>
    <message>
        <location filename="ui/chat/thinking/calls_presenter.py"/>
        <source>A call of {tool} waits for your answer.</source>
        <translation>对 {tool} 的调用在等您回答。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/calls_presenter.py"/>
        <source>In “{title}” a call of {tool} waits for your answer.</source>
        <translation>在“{title}”中，对 {tool} 的调用在等您回答。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/calls_presenter.py"/>
        <source>The tool server {name} asks you something.</source>
        <translation>工具服务器 {name} 在向您询问。</translation>
    </message>
</context>
<context>
    <name>CardAction</name>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Answer anew with another model, or another level of thinking</source>
        <translation>用另一个模型或另一思考级别重新回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Answer the question anew; this version is kept</source>
        <translation>重新回答此问题；保留当前版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Ask several models…</source>
        <translation>询问多个模型…</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Ask up to four models the same question, and compare their answers</source>
        <translation>向最多四个模型提出同一问题，并比较它们的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Begin a new conversation with everything up to here</source>
        <translation>以到此为止的全部内容开始新对话</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy as plain text</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Copy the text without marks</source>
        <translation>复制不带标记的文本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Go on exactly where this reply stopped</source>
        <translation>从此回复中断处继续</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Go to the first line of this message</source>
        <translation>转到此消息的第一行</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Put two versions side by side</source>
        <translation>并排显示两个版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Read from its beginning</source>
        <translation>从开头读取</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Regenerate with…</source>
        <translation>换模型重新生成…</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the exact prompt of this reply, and who put what into it</source>
        <translation>显示此回复的完整提示词，以及各部分的来源</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the thought</source>
        <translation>显示思考</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the version after</source>
        <translation>显示下一个版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Show the version before</source>
        <translation>显示上一个版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>What the model got</source>
        <translation>模型收到的内容</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/card_action.py"/>
        <source>Write another version; this one is kept</source>
        <translation>写另一个版本；保留此版本</translation>
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
        <translation>继续提问</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>Ask something</source>
        <translation>请提问</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>{name} cannot be loaded. Choose another model.</source>
        <translation>无法加载 {name}。请选择其他模型。</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>{name} is ready for a question.</source>
        <translation>{name} 已就绪，可以提问。</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_presenter.py"/>
        <source>{name} is ready to go on with a text.</source>
        <translation>{name} 已准备好续写文本。</translation>
    </message>
</context>
<context>
    <name>CodeHeader</name>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Asked</source>
        <translation>请求</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Cannot be drawn: broken, or too large</source>
        <translation>无法绘制：有错误或过大</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Copy this code</source>
        <translation>复制此代码</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Drawn without: {names}</source>
        <translation>绘制时略去：{names}</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Save this code as a file</source>
        <translation>将此代码保存为文件</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show all lines</source>
        <translation>显示所有行</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show each line in one piece</source>
        <translation>每行不折行显示</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Show the first lines only</source>
        <translation>只显示前几行</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Unwrap</source>
        <translation>不换行</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Wrap</source>
        <translation>换行</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>Wrap long lines of this code</source>
        <translation>此代码的长行自动换行</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>{language}, source of a diagram</source>
        <translation>{language}，图表源码</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>{name} ({language})</source>
        <translation>{name}（{language}）</translation>
    </message>
    <message>
        <location filename="ui/documents/code_headers.py"/>
        <source>{name} cannot be written. Choose another folder, or check that its disk has room.</source>
        <translation>无法写入 {name}。请选择其他文件夹，或检查其磁盘是否还有空间。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>没有这样的名称。请减少字母。</translation>
    </message>
    <message>
        <location filename="ui/widgets/command_palette.py"/>
        <source>Type a few letters; ↑ and ↓ choose, Enter does it, Esc closes</source>
        <translation>输入几个字母；↑ 和 ↓ 选择，Enter 执行，Esc 关闭</translation>
    </message>
</context>
<context>
    <name>CommandsPresenter</name>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Found actions, settings, models and conversations</source>
        <translation>找到的操作、设置、模型和对话</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Found questions</source>
        <translation>找到的问题</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>List all shortcuts</source>
        <translation>列出所有快捷键</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Questions of this conversation</source>
        <translation>此对话的问题</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Search actions, settings, models and conversations</source>
        <translation>搜索操作、设置、模型和对话</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Search the questions</source>
        <translation>搜索问题</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Settings · {page}</source>
        <translation>设置 · {page}</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>What would you like to do, open or find?</source>
        <translation>您想执行、打开或查找什么？</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>Which question would you like to go to?</source>
        <translation>要转到哪个问题？</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>keyboard keys help accessibility screen reader</source>
        <translation>键盘 按键 帮助 无障碍 屏幕阅读器</translation>
    </message>
    <message>
        <location filename="ui/commands_presenter.py"/>
        <source>model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Close this window (Esc)</source>
        <translation>关闭窗口 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>From the marked step on, one thinks of what the other does not.</source>
        <translation>从标出的步骤起，一方想到了另一方没有想到的内容。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Lay the thoughts side by side, step by step</source>
        <translation>逐步并排显示两个思考</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Mark the words that differ</source>
        <translation>标出不同的词</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Only one of them has a thought.</source>
        <translation>只有其中一个有思考。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Shows the text as it was written, and what only this version has</source>
        <translation>显示原文，以及仅此版本有的内容</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Steps about the same stand beside each other; where both part is marked</source>
        <translation>相近的步骤并排显示；分歧之处会标出</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>The thoughts do not part.</source>
        <translation>两段思考没有分歧。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>They first come to different things in step {left} at the left and step {right} at the right.</source>
        <translation>左侧第 {left} 步与右侧第 {right} 步首次得出不同结果。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Version at the left</source>
        <translation>左侧版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Version at the right</source>
        <translation>右侧版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Version {number} of {count}</source>
        <translation>版本 {number} / {count}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Ask something</source>
        <translation>请提问</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Go on</source>
        <translation>续写</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Let the model go on with the text</source>
        <translation>让模型续写文本</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Let the model go on with the text (Enter)</source>
        <translation>让模型续写文本（回车）</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send files along</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send files along: text, code, Markdown, CSV, JSON, PDF, pictures (Ctrl+U)</source>
        <translation>随附文件：文本、代码、Markdown、CSV、JSON、PDF、图片 (Ctrl+U)</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send the question</source>
        <translation>发送问题</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Send the question (Enter)</source>
        <translation>发送问题 (Enter)</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Shift+Enter for a new line</source>
        <translation>Shift+Enter 换行</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Stop  Esc</source>
        <translation>停止  Esc</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Stop the reply</source>
        <translation>停止回复</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Stop the reply (Esc)</source>
        <translation>停止回复 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Tokens that this question takes, with its files</source>
        <translation>此问题连同文件所占的 token</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Write a text that the model goes on with</source>
        <translation>写一段让模型续写的文本</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Your question</source>
        <translation>您的问题</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/composer.py"/>
        <source>Your text</source>
        <translation>您的文本</translation>
    </message>
</context>
<context>
    <name>ConfidenceStrip</name>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>How unsure the model was · forks in the road: {count}</source>
        <translation>模型有多不确定 · 岔路口：{count}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>How unsure the model was, from beginning to end; ticks: it turned; gaps: nobody knows
Forks in the road: {count} (← →)</source>
        <translation>模型从头到尾有多不确定；短线：思路转向；空白：未知
岔路口：{count}（← →）</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>It is not known how sure the model was of this reply. “Keep how sure the model was of each word” in the settings keeps it from now on, where the model tells it.</source>
        <translation>不知道模型对这条回复有多大把握。在设置中打开“保留模型对每个词的把握程度”后，只要模型提供，从现在起就会保留。</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>Open the setting</source>
        <translation>打开该设置</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>Show the setting that keeps how sure models are</source>
        <translation>显示用于保留模型把握程度的设置</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/confidence_strip.py"/>
        <source>The model was torn about no word here.</source>
        <translation>模型在这里没有犹豫的词。</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>Give the model the whole conversation again</source>
        <translation>重新把整个对话提供给模型</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>Loads the model again with room for more; it fits this computer</source>
        <translation>以更大空间重新加载模型；这台电脑放得下</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>The model is not given the files of earlier questions any more</source>
        <translation>不再向模型提供早先问题的文件</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>The model sums up this conversation, and a new one begins with that</source>
        <translation>模型总结此对话，并以摘要开始新对话</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_bar.py"/>
        <source>They stay readable here; the model is not given them any more</source>
        <translation>在此仍可阅读；但不再提供给模型</translation>
    </message>
</context>
<context>
    <name>ContextGauge</name>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Context, in tokens</source>
        <translation>上下文（token）</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Load with {count}</source>
        <translation>以 {count} 加载</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>More than fits</source>
        <translation>超出容量</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>{used} of {context}</source>
        <translation>{used} / {context}</translation>
    </message>
</context>
<context>
    <name>ContextPopup</name>
    <message>
        <location filename="ui/chat/composer/context_gauge.py"/>
        <source>Load the model again, with room for more; it keeps that</source>
        <translation>重新加载模型，留出更多空间；此后保持</translation>
    </message>
</context>
<context>
    <name>ContextPresenter</name>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>%n turns</source>
        <translation>
            <numerusform>%n 轮对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>1 turn</source>
        <translation>1 轮</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Choose what to do; nothing is cut by itself.</source>
        <translation>请选择处理方式；不会自动删减任何内容。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Larger context: {count} tokens</source>
        <translation>更大的上下文：{count} token</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the %n oldest turns</source>
        <translation>
            <numerusform>略去最早的 %n 轮对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the files of %n questions</source>
        <translation>
            <numerusform>略去 %n 个问题的文件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the files of 1 question</source>
        <translation>省略 1 个问题的文件</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Leave out the oldest turn</source>
        <translation>省略最早的一轮</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Left out of the prompt: {what}.</source>
        <translation>未包含在提示词中：{what}。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>New conversation with a summary</source>
        <translation>带摘要的新对话</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>Send everything</source>
        <translation>发送全部</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>The next prompt needs about {needed} tokens with room for a reply; the context holds {context}.</source>
        <translation>下一个提示词连同回复空间需要大约 {needed} token；上下文只有 {context}。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>The next prompt needs {needed} tokens with room for a reply; the context holds {context}.</source>
        <translation>下一个提示词连同回复空间需要 {needed} token；上下文只有 {context}。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>The question alone takes {count} of them: shorten it, or send fewer files.</source>
        <translation>仅问题就占其中 {count}：请缩短，或减少文件。</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>the files of %n questions</source>
        <translation>
            <numerusform>%n 个问题的文件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/context_presenter.py"/>
        <source>the files of 1 question</source>
        <translation>1 个问题的文件</translation>
    </message>
</context>
<context>
    <name>ContinuationNote</name>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Go back to it</source>
        <translation>返回该对话</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Goes on from a conversation that is no longer here</source>
        <translation>延续自一个已不在此处的对话</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Goes on from “{title}”</source>
        <translation>延续自“{title}”</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Hide the summary</source>
        <translation>隐藏摘要</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Show the summary</source>
        <translation>显示摘要</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Show “{title}”</source>
        <translation>显示“{title}”</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>Summary of the conversation before this one</source>
        <translation>上一个对话的摘要</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/continuation_note.py"/>
        <source>The model is given this summary instead of the messages there:</source>
        <translation>模型收到的是此摘要，而不是那里的消息：</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <location filename="ui/chat/conversations/conversation_list.py"/>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_list.py"/>
        <source>Delete folder, keep conversations</source>
        <translation>删除文件夹，保留对话</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_list.py"/>
        <source>Rename folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Forget everything of these conversations…</source>
        <translation>忘掉这些对话的一切…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Forget everything of this conversation…</source>
        <translation>忘掉此对话的一切…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Move to folder</source>
        <translation>移到文件夹</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_menu.py"/>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>%n conversations</source>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Previous 30 days</source>
        <translation>过去 30 天</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{name}, folder with {held}, closed</source>
        <translation>{name}，文件夹，含 {held}，已折叠</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{name}, folder with {held}, open</source>
        <translation>{name}，文件夹，含 {held}，已展开</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, pinned</source>
        <translation>{title}，已置顶</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, shown</source>
        <translation>{title}，已打开</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, waits for your answer</source>
        <translation>{title}，等您回答</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversation_model.py"/>
        <source>{title}, writing</source>
        <translation>{title}，正在书写</translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Back to the usual</source>
        <translation>恢复常用设置</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Back to “{preset}”</source>
        <translation>恢复为“{preset}”</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Choose a preset; it decides what stands below</source>
        <translation>选择预设；它决定下面的内容</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Choose how often the next question is thought about</source>
        <translation>选择对下一个问题思考几次</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Choose the tools of this conversation</source>
        <translation>选择此对话的工具</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Close; what was changed is kept (Esc)</source>
        <translation>关闭；更改会保留 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Differs from the usual: {what}</source>
        <translation>与常用设置不同：{what}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Differs from “{preset}”: {what}</source>
        <translation>与“{preset}”不同：{what}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Holds in this conversation, from the next question on.</source>
        <translation>在此对话中从下一个问题起生效。</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>How much the model may think, where it can choose</source>
        <translation>模型可思考多少（在可选时）</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>How this conversation is answered</source>
        <translation>这个对话如何回答</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Known when the model is loaded</source>
        <translation>模型加载后可知</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Take back what was changed in this conversation</source>
        <translation>撤回此对话中的更改</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>The model that answers next</source>
        <translation>接下来回答的模型</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>This model answers directly</source>
        <translation>此模型直接回答</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/conversation_panel.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>ConversationsPresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>%n are out of the archive</source>
        <translation>
            <numerusform>%n 个已移出归档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Archived %n conversations</source>
        <translation>
            <numerusform>已归档 %n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Archived “{title}”</source>
        <translation>已归档“{title}”</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Deleted %n conversations</source>
        <translation>
            <numerusform>已删除 %n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Deleted the folder “{name}”</source>
        <translation>已删除文件夹“{name}”</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Deleted “{title}”</source>
        <translation>已删除“{title}”</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Moved %n conversations</source>
        <translation>
            <numerusform>已移动 %n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Moved “{title}”</source>
        <translation>已移动“{title}”</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Pinned %n conversations</source>
        <translation>
            <numerusform>已置顶 %n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Pinned “{title}”</source>
        <translation>已置顶“{title}”</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Unpinned %n conversations</source>
        <translation>
            <numerusform>已取消置顶 %n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>Unpinned “{title}”</source>
        <translation>已取消置顶“{title}”</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/conversations_presenter.py"/>
        <source>“{title}” is out of the archive</source>
        <translation>“{title}”已移出归档</translation>
    </message>
</context>
<context>
    <name>CorrectionsForm</name>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>A reply's beginning is given</source>
        <translation>回复开头的给出方式</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>A thought is bounded by</source>
        <translation>思考长度的限制字段</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>It is sent again</source>
        <translation>重新发送的内容</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Thinking is switched by</source>
        <translation>思考开关字段</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Thoughts come</source>
        <translation>思考的位置</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>as found</source>
        <translation>按检测结果</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Close this message (Esc)</source>
        <translation>关闭消息 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Copy the report to the clipboard</source>
        <translation>将报告复制到剪贴板</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>Something went wrong in Aside</source>
        <translation>Aside 出了问题</translation>
    </message>
    <message>
        <location filename="ui/widgets/crash_dialog.py"/>
        <source>This is a mistake in the program, not yours. What was written is saved. You can go on; if it happens again, please report it with the text below. It contains no conversation.</source>
        <translation>这是程序的错误，与您无关。已写的内容已保存。您可以继续；如果再次发生，请附上下面的文本报告。其中不含任何对话。</translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <location filename="ui/widgets/dialog_buttons.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/widgets/dialog_buttons.py"/>
        <source>Close without a change (Esc)</source>
        <translation>不更改并关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>DiscoverPresenter</name>
    <message numerus="yes">
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>%Ln models on {host}</source>
        <translation>
            <numerusform>{host} 上有 %Ln 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>%Ln models on {host}, and more</source>
        <translation>
            <numerusform>{host} 上有 %Ln 个模型，还有更多</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Asking again by itself in {wait}. Close this to stop waiting.</source>
        <translation>{wait} 后自动再次询问。关闭此项可停止等待。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Asking {host} …</source>
        <translation>正在询问 {host} …</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>None of the recommended models is of this kind. Search, or change a filter.</source>
        <translation>推荐的模型中没有这一类。请搜索或更改筛选条件。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Nothing was found. Try fewer words, or change a filter.</source>
        <translation>未找到。请减少关键词，或更改筛选条件。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Recommended by Aside. Shown without a connection; opening one asks the Hub.</source>
        <translation>Aside 推荐。无需联网即可显示；打开时会询问 Hub。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
</context>
<context>
    <name>DiscoverView</name>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>15 to 40 B</source>
        <translation>15 至 40 B</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>2 to 6 B</source>
        <translation>2 至 6 B</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>40 B and more</source>
        <translation>40 B 及以上</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>6 to 15 B</source>
        <translation>6 至 15 B</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Any licence</source>
        <translation>任何许可证</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Any size</source>
        <translation>任何大小</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Ask the Hub for its most downloaded models</source>
        <translation>向 Hub 查询下载最多的模型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Ask the Hub for the next page</source>
        <translation>向 Hub 请求下一页</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Browse the Hub</source>
        <translation>浏览 Hub</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Fits this computer</source>
        <translation>适合这台电脑</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Models found</source>
        <translation>找到的模型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Most downloaded</source>
        <translation>下载最多</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Most liked</source>
        <translation>最受喜爱</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Nothing is sent before you type here</source>
        <translation>在此输入之前不会发送任何内容</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Only models that reason before they answer</source>
        <translation>仅限回答前会思考的模型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Only models that this computer can run</source>
        <translation>仅限这台电脑能运行的模型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Search the Hub</source>
        <translation>搜索 Hub</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Search the Hugging Face Hub, or paste a model's address</source>
        <translation>搜索 Hugging Face Hub，或粘贴模型地址</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Size in parameters</source>
        <translation>参数规模</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Thinks</source>
        <translation>会思考</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Trending</source>
        <translation>热门</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_view.py"/>
        <source>Up to 2 B</source>
        <translation>2 B 以下</translation>
    </message>
</context>
<context>
    <name>DocumentMenu</name>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy table as CSV</source>
        <translation>将表格复制为 CSV</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Copy table for a spreadsheet</source>
        <translation>复制表格以粘贴到电子表格</translation>
    </message>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <location filename="ui/documents/document_links.py"/>
        <source>A picture that is not fetched: {address}</source>
        <translation>不会获取的图片：{address}</translation>
    </message>
    <message>
        <location filename="ui/documents/document_view.py"/>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <location filename="ui/documents/document_view.py"/>
        <source>Link: {text}</source>
        <translation>链接：{text}</translation>
    </message>
</context>
<context>
    <name>DownloadBar</name>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Go on where it stopped</source>
        <translation>从中断处继续</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>It stays in the list of downloads</source>
        <translation>它仍保留在下载列表中</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Load this model and go to the chat</source>
        <translation>加载此模型并转到对话</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Show the downloads</source>
        <translation>显示下载</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Stop for now; what arrived is kept</source>
        <translation>暂时停止；保留已下载的内容</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Take it out of the list of downloads</source>
        <translation>从下载列表中移除</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>Use now</source>
        <translation>立即使用</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_bar.py"/>
        <source>{status} · {count} more</source>
        <translation>{status} · 另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Delete what has arrived</source>
        <translation>删除已下载的部分</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Download it after the one below</source>
        <translation>排到下一个之后下载</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Download it before the one above</source>
        <translation>排到上一个之前下载</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Give this download up</source>
        <translation>放弃此下载</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Go on as before</source>
        <translation>照常继续</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Go on where it stopped</source>
        <translation>从中断处继续</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Load this model and go to the chat</source>
        <translation>加载此模型并转到对话</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Stop for now; what has arrived is kept</source>
        <translation>暂时停止；保留已下载的部分</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_card.py"/>
        <source>Use now</source>
        <translation>立即使用</translation>
    </message>
</context>
<context>
    <name>DownloadsView</name>
    <message>
        <location filename="ui/models/downloads/downloads_view.py"/>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/downloads_view.py"/>
        <source>Nothing is being downloaded. What you download under Discover appears here.</source>
        <translation>没有正在进行的下载。在“发现”中下载的内容会显示在这里。</translation>
    </message>
</context>
<context>
    <name>EndButton</name>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>Go to the end (End)</source>
        <translation>转到末尾 (End)</translation>
    </message>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>Go to the end of the thought (End)</source>
        <translation>转到思考的末尾 (End)</translation>
    </message>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>New text below: go to the end (End)</source>
        <translation>下方有新内容：转到末尾 (End)</translation>
    </message>
    <message>
        <location filename="ui/widgets/end_button.py"/>
        <source>The thought goes on below: go to its end (End)</source>
        <translation>下方还有新的思考：转到末尾 (End)</translation>
    </message>
</context>
<context>
    <name>ExchangePresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln damaged lines were left out</source>
        <translation>
            <numerusform>略去了 %Ln 行损坏的内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln files were left out</source>
        <translation>
            <numerusform>略去了 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln parts of other kinds were left out</source>
        <translation>
            <numerusform>略去了 %Ln 个其他类型的部分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln pictures were left out</source>
        <translation>
            <numerusform>略去了 %Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln recordings were left out</source>
        <translation>
            <numerusform>略去了 %Ln 段录音或录像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln sources without an address were left out</source>
        <translation>
            <numerusform>略去了 %Ln 个没有地址的来源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>%Ln without a message were left out</source>
        <translation>
            <numerusform>已略去 %Ln 个没有消息的对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Exported to {name}</source>
        <translation>已导出到 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Exporting to {name}…</source>
        <translation>正在导出到 {name}…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Imported {conversations} with {messages}</source>
        <translation>已导入 {conversations}，共 {messages}</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Importing {name}…</source>
        <translation>正在导入 {name}…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Nothing was imported: there is no message in the file.</source>
        <translation>未导入任何内容：文件中没有消息。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Printing was stopped.</source>
        <translation>已停止打印。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Printing “{title}”…</source>
        <translation>正在打印“{title}”…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; no backup was made.</source>
        <translation>已停止；未创建备份。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; nothing of {name} was imported.</source>
        <translation>已停止；未从 {name} 导入任何内容。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; {name} was not written.</source>
        <translation>已停止；未写入 {name}。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>The conversations are backed up.</source>
        <translation>对话已备份。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>The printer could not be used; choose another one, or print to a file.</source>
        <translation>无法使用该打印机；请选择其他打印机，或打印到文件。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>{title} (thought)</source>
        <translation>{title}（思考）</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>“{title}” has been handed to the printer.</source>
        <translation>“{title}”已发送到打印机。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Everything, with all versions; Aside can import it again.</source>
        <translation>全部内容，含所有版本；Aside 可以重新导入。</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Export %n conversations</source>
        <translation>
            <numerusform>导出 %n 个对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Export conversation</source>
        <translation>导出对话</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>JSON Lines with messages and reasoning_content.</source>
        <translation>含 messages 和 reasoning_content 的 JSON Lines。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>The branch shown, to read and to edit anywhere.</source>
        <translation>当前显示的分支，随处可读可编辑。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>The branch shown, to read in a browser, offline.</source>
        <translation>当前显示的分支，可在浏览器中离线阅读。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Thinking traces</source>
        <translation>思考轨迹</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Thoughts are written as folded sections</source>
        <translation>思考写为折叠的段落</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/export_dialog.py"/>
        <source>With the thoughts</source>
        <translation>包含思考</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Exports of conversations (*.json *.jsonl *.zip)</source>
        <translation>对话导出文件 (*.json *.jsonl *.zip)</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Import conversations</source>
        <translation>导入对话</translation>
    </message>
</context>
<context>
    <name>FileTextDialog</name>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Put the text into the question</source>
        <translation>将文本放入问题</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Text of {name}</source>
        <translation>{name} 的文本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>Write this text into the field instead of sending a file</source>
        <translation>将此文本写入输入框，而不是发送文件</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>{size} · %Ln characters, as the model reads it</source>
        <translation>
            <numerusform>{size} · %Ln 个字符，即模型读到的样子</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/file_text_dialog.py"/>
        <source>{size} · %Ln characters; the first part is shown here</source>
        <translation>
            <numerusform>{size} · %Ln 个字符；此处显示开头部分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Close the bar (Esc)</source>
        <translation>关闭此栏 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Enter goes to the next hit, Shift+Enter to the previous one</source>
        <translation>Enter 转到下一处，Shift+Enter 转到上一处</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Next hit (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <location filename="ui/chat/search/find_bar.py"/>
        <source>{total} found</source>
        <translation>找到 {total} 处</translation>
    </message>
</context>
<context>
    <name>FirstModelCard</name>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Best for this computer</source>
        <translation>最适合这台电脑</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Choose one</source>
        <translation>选择一个</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Open the list of models</source>
        <translation>打开模型列表</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>Other models</source>
        <translation>其他模型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_card.py"/>
        <source>See all that Aside recommends</source>
        <translation>查看 Aside 推荐的全部模型</translation>
    </message>
</context>
<context>
    <name>FirstModelPresenter</name>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Asking {host} …</source>
        <translation>正在询问 {host} …</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Download {name}, {size}</source>
        <translation>下载 {name}，{size}</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Load this model</source>
        <translation>加载此模型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Looking at this computer …</source>
        <translation>正在查看这台电脑…</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Meanwhile the starter answers: try one of its examples.</source>
        <translation>在此期间由入门模型回答：试试它的示例。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Use now</source>
        <translation>立即使用</translation>
    </message>
</context>
<context>
    <name>FoldersEditor</name>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Add a folder with models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Look through this folder no more; nothing in it is deleted</source>
        <translation>不再查看此文件夹；其中内容不会删除</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Take {folder} out of the list</source>
        <translation>从列表中移除 {folder}</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>{setting}: add a folder</source>
        <translation>{setting}：添加文件夹</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>%n conversations</source>
        <translation>
            <numerusform>%n 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>%n copies still hold it:</source>
        <translation>
            <numerusform>仍有 %n 个副本包含它：</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Forget everything</source>
        <translation>忘掉一切</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Looking into the backups…</source>
        <translation>正在查看备份…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>No backup holds it.</source>
        <translation>没有备份包含它。</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Take it out of these, too; all else in them stays</source>
        <translation>也从这些副本中移除；其余内容保留</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>The copies are written anew without it</source>
        <translation>将重新写入不含它的副本</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>This goes now, and cannot be brought back:</source>
        <translation>以下内容将立即删除，无法恢复：</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>What was exported, printed or copied elsewhere stays, and so do conversations that were branched off or begun with a summary.</source>
        <translation>已导出、打印或复制到别处的内容会保留；由它分出的对话或以其摘要开始的对话也会保留。</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>all questions, answers and thoughts, in all versions, and what was typed and not sent</source>
        <translation>所有版本的问题、回答和思考，以及已输入但未发送的内容</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>its files and pictures</source>
        <translation>其中的文件和图片</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>its words in the search</source>
        <translation>搜索索引中的相关词语</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>what models keep of it, in memory and on the disk</source>
        <translation>模型在内存和磁盘上保留的相关内容</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · cannot be read: it may hold it</source>
        <translation>{copy} · 无法读取：其中可能包含它</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · until about {day}</source>
        <translation>{copy} · 大约到 {day}</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · until it is deleted</source>
        <translation>{copy} · 直到被删除</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>{copy} · until it is deleted, or seven newer ones are made</source>
        <translation>{copy} · 直到被删除，或有了七个更新的副本</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forget_dialog.py"/>
        <source>“{title}”</source>
        <translation>“{title}”</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message numerus="yes">
        <location filename="ui/chat/conversations/forgetting.py"/>
        <source>%n conversations are deleted for good.</source>
        <translation>
            <numerusform>已永久删除 %n 个对话。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forgetting.py"/>
        <source>Deleting for good…</source>
        <translation>正在永久删除…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/forgetting.py"/>
        <source>Stopped; what is left goes when Aside starts the next time.</source>
        <translation>已停止；剩余部分将在 Aside 下次启动时删除。</translation>
    </message>
</context>
<context>
    <name>ForkDialog</name>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>As in this conversation</source>
        <translation>与本对话相同</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Go on so (Enter)</source>
        <translation>就这样继续（回车）</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>How many more tokens each may think</source>
        <translation>每个思考最多还能用多少个 token</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>How many thoughts go on from here</source>
        <translation>从这里继续多少个思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Leave the thought as it is (Esc)</source>
        <translation>保持思考不变 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>Think anew from this step</source>
        <translation>从这一步重新思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>What comes before “{step}” stays, with its calls of tools. From there the model thinks anew, as another version.</source>
        <translation>“{step}”之前的内容保留，包括工具调用。模型从这里重新思考，成为另一个版本。</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>What comes before “{step}” stays. From there the model thinks anew, as another version. Several go side by side and vote.</source>
        <translation>“{step}”之前的内容保留。模型从这里重新思考，成为另一个版本。多个版本会同时进行并投票。</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/fork_dialog.py"/>
        <source>tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>GatedBox</name>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Access token (hf_…)</source>
        <translation>访问令牌 (hf_…)</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Ask for access on the Hub</source>
        <translation>在 Hub 上申请访问</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Open the model's page in the browser</source>
        <translation>在浏览器中打开模型页面</translation>
    </message>
</context>
<context>
    <name>GroupSection</name>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Give every setting on this page its default again; this can be undone</source>
        <translation>将此页所有设置恢复默认；可以撤销</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Reset this page</source>
        <translation>重置此页</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Reset {page}</source>
        <translation>重置“{page}”</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <location filename="ui/chat/chat_page.py"/>
        <source>Go to a question of this conversation</source>
        <translation>转到此对话的某个问题</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_page.py"/>
        <source>How this conversation is answered</source>
        <translation>这个对话如何回答</translation>
    </message>
    <message>
        <location filename="ui/chat/chat_page.py"/>
        <source>System prompt, model, thinking, how often, tools, sampling</source>
        <translation>系统提示词、模型、思考、次数、工具、采样</translation>
    </message>
</context>
<context>
    <name>HistoryTrouble</name>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Backups, the newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Go on with this one</source>
        <translation>用这个继续</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Go on with what can be read</source>
        <translation>用可读取的内容继续</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Leave everything as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Open the conversations again</source>
        <translation>重新打开对话</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Open the file as it is; the backups stay</source>
        <translation>按原样打开文件；备份保留</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Put the backup in the place of the file; the file is kept beside it</source>
        <translation>用备份替换文件；原文件保留在旁边</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Restore this backup</source>
        <translation>恢复此备份</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Show the technical details</source>
        <translation>显示技术细节</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Start with an empty history</source>
        <translation>从空的历史记录开始</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>The file is kept beside the new one</source>
        <translation>原文件保留在新文件旁边</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/history_trouble.py"/>
        <source>Whatever can be read is written into a new file; the damaged one is kept</source>
        <translation>可读取的内容会写入新文件；损坏的文件会保留</translation>
    </message>
</context>
<context>
    <name>HistoryTroublePresenter</name>
    <message numerus="yes">
        <location filename="ui/history_trouble_presenter.py"/>
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/history_trouble_presenter.py"/>
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>It lies at {path}; nothing in it was changed.</source>
        <translation>它位于 {path}；其中内容没有任何更改。</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Opening the conversations…</source>
        <translation>正在打开对话…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Read from the damaged file: {conversations} with {messages}.</source>
        <translation>已从损坏的文件中读取：{conversations}，{messages}。</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Reading what can be read…</source>
        <translation>正在读取可读取的内容…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Restoring…</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>Saving what is still open of it…</source>
        <translation>正在保存其中仍打开的内容…</translation>
    </message>
    <message>
        <location filename="ui/history_trouble_presenter.py"/>
        <source>The file that could not be opened is kept.</source>
        <translation>无法打开的文件已保留。</translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>A token for {host} is kept in the keyring.</source>
        <translation>{host} 的 token 保存在系统钥匙串中。</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>A token for {host} is kept until Aside ends.</source>
        <translation>{host} 的 token 保留到 Aside 退出。</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>Asking the Hub whose token this is …</source>
        <translation>正在向 Hub 查询此令牌属于谁 …</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>No token for {host} is saved.</source>
        <translation>未保存 {host} 的 token。</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>Signed in as {name}, {kept}.</source>
        <translation>已登录为 {name}，{kept}。</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>The token is forgotten.</source>
        <translation>令牌已移除。</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>kept in the keyring</source>
        <translation>已保存到密钥环</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>kept until Aside ends</source>
        <translation>保留到 Aside 退出</translation>
    </message>
    <message>
        <location filename="ui/bridges/hub.py"/>
        <source>{name} is set for this computer and is used.</source>
        <translation>此电脑已设置 {name}，将使用它。</translation>
    </message>
</context>
<context>
    <name>ImagePartBox</name>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Also the part that sees images, {size}</source>
        <translation>同时下载查看图片的部分，{size}</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Download the part that sees images for the model that is here already</source>
        <translation>为已有的模型下载查看图片的部分</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Get it</source>
        <translation>获取</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>With it, pictures can be shown to the model; without it, only text</source>
        <translation>有了它可以向模型展示图片；没有则只能用文本</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>About this model</source>
        <translation>关于此模型</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Ask the Hub whether this file has changed there</source>
        <translation>向 Hub 查询此文件是否已更改</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Asks first, and says what becomes free</source>
        <translation>先询问，并说明将释放多少空间</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Call it differently; its file keeps its name</source>
        <translation>更改名称；文件名保持不变</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Choose a model to see where it is and what you can do with it.</source>
        <translation>选择一个模型，查看它的位置和可进行的操作。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Context, layers, system prompt and sampling of this model</source>
        <translation>此模型的上下文、层数、系统提示词和采样</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Load this model and go to the chat</source>
        <translation>加载此模型并转到对话</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开文件夹</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Read the whole file and compare it with the published or recorded hash</source>
        <translation>读取整个文件，并与公布或记录的哈希值比较</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message numerus="yes">
        <location filename="ui/models/library/library_presenter.py"/>
        <source>%Ln models · {size}</source>
        <translation>
            <numerusform>%Ln 个模型 · {size}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Add a GGUF file</source>
        <translation>添加 GGUF 文件</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Add a folder with models</source>
        <translation>添加模型文件夹</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Export the votes</source>
        <translation>导出投票</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Keep downloaded models in</source>
        <translation>将下载的模型保存到</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Moving to {folder} …</source>
        <translation>正在移到 {folder} …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Moving: {read} of {total}</source>
        <translation>正在移动：{read} / {total}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>No models yet. Find one under Discover, or add a file.</source>
        <translation>还没有模型。请在“发现”中查找，或添加文件。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Reading {name} …</source>
        <translation>正在读取 {name} …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Reading {name}: {read} of {total}</source>
        <translation>正在读取 {name}：{read} / {total}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Verifying …</source>
        <translation>正在校验 …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Verifying: {read} of {total}</source>
        <translation>正在校验：{read} / {total}</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Add file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Cannot be reached now: {folders}. The models in it come back when its disk is connected.</source>
        <translation>目前无法访问：{folders}。连接其所在磁盘后，其中的模型会重新出现。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Keep downloaded models in another folder</source>
        <translation>将下载的模型保存到其他文件夹</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Looking …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Models on this computer</source>
        <translation>这台电脑上的模型</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Move downloads…</source>
        <translation>移动下载…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Register a GGUF file where it lies; nothing is copied</source>
        <translation>就地登记 GGUF 文件；不复制任何内容</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_view.py"/>
        <source>Show the models of a folder; they are never changed</source>
        <translation>显示某个文件夹中的模型；绝不更改它们</translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <location filename="ui/chat/transcript/link_menu.py"/>
        <source>Copy the address</source>
        <translation>复制该地址</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/link_menu.py"/>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/link_menu.py"/>
        <source>Write in the mail program</source>
        <translation>在邮件程序中撰写</translation>
    </message>
</context>
<context>
    <name>LoadedWords</name>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Cache stored as {type}</source>
        <translation>缓存存储为 {type}</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools</source>
        <translation>可以使用工具</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees all its thoughts again</source>
        <translation>可以使用工具，并会再次看到自己的全部思考</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees all its thoughts again while it may use them</source>
        <translation>可以使用工具；允许使用工具时，会再次看到自己的全部思考</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees its thoughts again until the answer is complete</source>
        <translation>可以使用工具，回答完成之前会再次看到自己的思考</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Can use tools, and sees the thoughts that led to them again</source>
        <translation>可以使用工具，并会再次看到引出工具调用的思考</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Cannot be given tools</source>
        <translation>不能使用工具</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Cannot be given tools; sees its thoughts again</source>
        <translation>不能使用工具；会再次看到自己的思考</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Experts of %n layers in the computer's memory</source>
        <translation>
            <numerusform>%n 层的专家位于内存中</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>Gets the system prompt as part of the first question</source>
        <translation>系统提示会作为第一个问题的一部分</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>On the processor</source>
        <translation>在处理器上</translation>
    </message>
    <message>
        <location filename="ui/models/picker/loaded_words.py"/>
        <source>{layers} of {total} layers on {device}</source>
        <translation>{device} 上 {layers} / {total} 层</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Enter confirms, Shift+Enter begins a new line, Escape cancels</source>
        <translation>Enter 确认，Shift+Enter 换行，Escape 取消</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Leave everything as it is (Esc)</source>
        <translation>保持原样 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>Shift+Enter for a new line</source>
        <translation>Shift+Enter 换行</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/message_editor.py"/>
        <source>{text} (Enter)</source>
        <translation>{text}（Enter）</translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>About this model</source>
        <translation>关于此模型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Choose a model to see what it is and whether it fits.</source>
        <translation>选择一个模型，查看它的信息以及能否运行。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Open on the Hub</source>
        <translation>在 Hub 上打开</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel.py"/>
        <source>Open the model's page in the browser</source>
        <translation>在浏览器中打开模型页面</translation>
    </message>
</context>
<context>
    <name>ModelPanelPresenter</name>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Asking {host} …</source>
        <translation>正在询问 {host} …</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>The maker of this model decides who may download it. Ask on its page, then enter your token.</source>
        <translation>此模型的作者决定谁可以下载。请在其页面申请，然后输入令牌。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>The page does not describe this model.</source>
        <translation>页面没有描述此模型。</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Choose a model file on this computer</source>
        <translation>选择此电脑上的模型文件</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Context, layers, system prompt and sampling of the model that is marked</source>
        <translation>所选模型的上下文、层数、系统提示词和采样</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Find more models</source>
        <translation>查找更多模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Free the model's memory; it loads again with the next question</source>
        <translation>释放模型占用的内存；下次提问时会重新加载</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Give up loading this model</source>
        <translation>放弃加载此模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Models that can be chosen</source>
        <translation>可选的模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Open GGUF file…</source>
        <translation>打开 GGUF 文件…</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>See what suits this computer</source>
        <translation>看看哪些适合这台电脑</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>The models on this computer: settings, files, updates</source>
        <translation>这台电脑上的模型：设置、文件、更新</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>Which model?</source>
        <translation>哪个模型？</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>asking {server} …</source>
        <translation>正在询问 {server} …</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>cannot be asked</source>
        <translation>无法询问</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>cannot be loaded</source>
        <translation>无法加载</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>loading {percent} %</source>
        <translation>加载中 {percent} %</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_picker.py"/>
        <source>on {server}</source>
        <translation>在 {server} 上</translation>
    </message>
</context>
<context>
    <name>ModelSettingsDialog</name>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>As in the settings</source>
        <translation>与设置一致</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>As in the settings, all of it</source>
        <translation>全部与设置一致</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>As many as fit</source>
        <translation>尽可能多</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Leave all open</source>
        <translation>全部不指定</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Made for {count}</source>
        <translation>按 {count} 训练</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>No graphics card computes here, so all layers are in memory.</source>
        <translation>这里没有显卡参与计算，所有层都在内存中。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>On the graphics card; the processor computes the others.</source>
        <translation>在显卡上；其余由处理器计算。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Settings of {name}</source>
        <translation>{name} 的设置</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>They hold wherever this model answers. What is left open is as in the settings.</source>
        <translation>在此模型回答的任何地方都有效。未指定的内容与设置一致。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>Tokens that the model can see at once.</source>
        <translation>模型一次能看到的 token 数。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>What this model is told before each conversation</source>
        <translation>每次对话前告诉此模型的内容</translation>
    </message>
    <message>
        <location filename="ui/models/picker/model_settings_dialog.py"/>
        <source>tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>ModelsChooser</name>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Ask several models</source>
        <translation>询问多个模型</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Ask {count} models</source>
        <translation>询问 {count} 个模型</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Choose two to four models. Each answers the question once, and their answers are compared.</source>
        <translation>请选择两到四个模型。每个模型回答一次，然后比较它们的答案。</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Four at most</source>
        <translation>最多四个</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Servers answer at the same time.</source>
        <translation>服务器同时回答。</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>The question, with what was before it, is sent to {servers}.</source>
        <translation>问题连同之前的内容会发送给 {servers}。</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>There is no other model yet. Download one on the models page, or add a server there.</source>
        <translation>还没有其他模型。请在模型页下载一个，或在那里添加服务器。</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>Those on this computer are loaded one after another.</source>
        <translation>本机上的模型会依次加载。</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/models_chooser.py"/>
        <source>{name} is loaded again afterwards.</source>
        <translation>之后会重新加载 {name}。</translation>
    </message>
</context>
<context>
    <name>ModelsFolderEditor</name>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Keep downloaded models in</source>
        <translation>将下载的模型保存到</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Move back</source>
        <translation>移回</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Move the models to {folder}</source>
        <translation>将模型移到 {folder}</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <location filename="ui/settings/editors.py"/>
        <source>{setting}: move the models</source>
        <translation>{setting}：移动模型</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Discover</source>
        <translation>发现</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Downloads · {count}</source>
        <translation>下载 · {count}</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Find models on the Hub</source>
        <translation>在 Hub 上查找模型</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Models that other computers or programs run</source>
        <translation>由其他电脑或程序运行的模型</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>The models that are here, other apps' included</source>
        <translation>已有的模型，包括其他应用的</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>What is being downloaded</source>
        <translation>正在下载的内容</translation>
    </message>
    <message>
        <location filename="ui/models/models_page.py"/>
        <source>What models may call, and who decides on it</source>
        <translation>模型可以调用什么，由谁决定</translation>
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
        <translation>关闭提示</translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <location filename="ui/widgets/notice_bar.py"/>
        <source>Show the technical details</source>
        <translation>显示技术细节</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/settings/about_panel.py"/>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>NoticesPresenter</name>
    <message>
        <location filename="ui/chat/notices_presenter.py"/>
        <source>Conversations are saved again.</source>
        <translation>对话又可以保存了。</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Attach the beginning</source>
        <translation>附加开头部分</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Load with {count}</source>
        <translation>以 {count} 加载</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="ui/presenters.py"/>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>Back to: {default}</source>
        <translation>恢复为：{default}</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>Takes {numbers}.</source>
        <translation>请填{numbers}。</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>{setting}: less</source>
        <translation>{setting}：减少</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>{setting}: more</source>
        <translation>{setting}：增加</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>{setting}: reset to {default}</source>
        <translation>{setting}：恢复为 {default}</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_field.py"/>
        <source>“{text}” is not taken: {numbers}.</source>
        <translation>不能填“{text}”：请填{numbers}。</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <location filename="ui/chat/thoughts/outline_model.py"/>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/outline_model.py"/>
        <source>{tokens} tokens · {time}</source>
        <translation>{tokens} token · {time}</translation>
    </message>
</context>
<context>
    <name>PacksPanel</name>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>A pack is a program: its signature and every file are checked, then it is tried here.</source>
        <translation>包是一个程序：会检查其签名和每个文件，然后在这里试运行。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Address of a pack</source>
        <translation>包的地址</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Choose the file of a pack</source>
        <translation>选择包文件</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Delete the pack {name}</source>
        <translation>删除包 {name}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Download, check and try it</source>
        <translation>下载、检查并试运行</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Graphics cards and packs</source>
        <translation>显卡和包</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Install a pack…</source>
        <translation>安装包…</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Install from this address</source>
        <translation>从此地址安装</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Looking at this computer …</source>
        <translation>正在查看这台电脑…</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_panel.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PacksPresenter</name>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Checking {name} …</source>
        <translation>正在检查 {name}…</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Engine packs (*.tar.gz *.tgz *.tar);;All files (*)</source>
        <translation>引擎包 (*.tar.gz *.tgz *.tar);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Found: {names}. Not used, because “Use graphics devices” is off.</source>
        <translation>已找到：{names}。未使用，因为“使用图形设备”已关闭。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Found: {names}. The processor computes, because no pack works with it.</source>
        <translation>已找到：{names}。由处理器计算，因为没有可用于它的包。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Install a pack</source>
        <translation>安装包</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>No graphics card that could compute was found: the processor does.</source>
        <translation>未找到可用于计算的显卡：由处理器计算。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>Trying {name} with a small model, up to 45 s …</source>
        <translation>正在用小模型试运行 {name}，最多 45 秒…</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>With the pack “{backend}”, the layers of a model that fit into the card's memory are computed there, usually several times as fast.</source>
        <translation>有了“{backend}”包，模型中能放入显存的层就在显卡上计算，通常快数倍。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>does not work here: {reason}</source>
        <translation>在这里无法使用：{reason}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>works on {device}</source>
        <translation>在 {device} 上可用</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{gpu} computes: {free} of its memory are free.</source>
        <translation>{gpu} 参与计算：其显存空闲 {free}。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{here} of {total}</source>
        <translation>{here} / {total}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} is installed, but does not work here: {reason}</source>
        <translation>{name} 已安装，但在这里无法使用：{reason}</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} is removed.</source>
        <translation>{name} 已移除。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} works on {device}. It is used from the next start of Aside.</source>
        <translation>{name} 在 {device} 上可用。下次启动 Aside 时开始使用。</translation>
    </message>
    <message>
        <location filename="ui/settings/packs_presenter.py"/>
        <source>{name} works on {device}. The next question is computed there.</source>
        <translation>{name} 在 {device} 上可用。下一个问题将在那里计算。</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="ui/widgets/palette_model.py"/>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>PanelFrame</name>
    <message>
        <location filename="ui/models/parts/panel_frame.py"/>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_frame.py"/>
        <source>Back to the list (Esc)</source>
        <translation>返回列表 (Esc)</translation>
    </message>
</context>
<context>
    <name>PickerPresenter</name>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Aside Starter · built in · arithmetic and little puzzles</source>
        <translation>Aside Starter · 内置 · 算术和小谜题（英语）</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Ask {address} for its models…</source>
        <translation>询问 {address} 有哪些模型…</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Open a GGUF file</source>
        <translation>打开 GGUF 文件</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Used last</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>asking …</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>lists no models</source>
        <translation>未列出模型</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>{name}, not on this computer</source>
        <translation>{name}，不在本机上</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>{name}, on this computer</source>
        <translation>{name}，在本机上</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>Picture {name}</source>
        <translation>图片 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>{name} cannot be shown: it is no picture that can be read.</source>
        <translation>无法显示 {name}：它不是可读取的图片。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>{size} · {width} × {height} pixels</source>
        <translation>{size} · {width} × {height} 像素</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/picture_dialog.py"/>
        <source>{size} · {width} × {height} pixels, as the model is given it</source>
        <translation>{size} · {width} × {height} 像素，即模型收到的样子</translation>
    </message>
</context>
<context>
    <name>PresetEditor</name>
    <message>
        <location filename="ui/chat/presets/preset_editor.py"/>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_editor.py"/>
        <source>What the model is told before everything else: who it is, how it should answer.</source>
        <translation>最先告诉模型的内容：它是谁，应如何回答。</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>A thought ends after so many tokens; an empty field leaves it as it is</source>
        <translation>思考达到这么多 token 后结束；留空则保持原样</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>How much the model may think, where it can choose</source>
        <translation>模型可思考多少（在可选时）</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>How often a question is thought about; what most agree on is shown</source>
        <translation>对一个问题思考几次；显示多数一致的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>The model that the preset switches to</source>
        <translation>此预设切换到的模型</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Thinking limit in tokens</source>
        <translation>思考限制 (token)</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>{name} (not on this computer)</source>
        <translation>{name}（不在此电脑上）</translation>
    </message>
</context>
<context>
    <name>PresetPicker</name>
    <message numerus="yes">
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>%n changes</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Changed in this conversation: {what}. Press to change it or take it back</source>
        <translation>在此对话中已更改：{what}。按下可修改或撤回</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Choose a preset: a system prompt, a model, how it thinks and draws words</source>
        <translation>选择预设：系统提示词、模型、思考与采样方式</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Edit presets…</source>
        <translation>编辑预设…</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>How this conversation is answered…</source>
        <translation>这个对话如何回答…</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Preset: {name}</source>
        <translation>预设：{name}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_picker.py"/>
        <source>Take the changes back</source>
        <translation>撤回更改</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Close; what was changed is kept (Esc)</source>
        <translation>关闭；更改会保留 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Delete this preset; it can be undone</source>
        <translation>删除此预设；可以撤销</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Make a new preset</source>
        <translation>新建预设</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Make a preset like this one</source>
        <translation>以此为样本新建预设</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_dialog.py"/>
        <source>This one came with Aside. Duplicate it to change it.</source>
        <translation>这是 Aside 自带的预设。复制一份即可更改。</translation>
    </message>
</context>
<context>
    <name>PresetsPresenter</name>
    <message numerus="yes">
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Deleted “{name}”</source>
        <translation>已删除“{name}”</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Limit of the thought: {limit}</source>
        <translation>思考限制：{limit}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Model: {name}</source>
        <translation>模型：{name}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>New preset</source>
        <translation>新预设</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>Thinking: {level}</source>
        <translation>思考：{level}</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/presets_presenter.py"/>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{speed} tokens/s</source>
        <translation>{speed} token/s</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{time} of {limit}</source>
        <translation>{time} / {limit}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{tokens} of {budget} tokens</source>
        <translation>{tokens} / {budget} token</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/progress_words.py"/>
        <source>{tokens} tokens</source>
        <translation>{tokens} token</translation>
    </message>
</context>
<context>
    <name>PromptWindow</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>%Ln earlier messages were left out</source>
        <translation>
            <numerusform>省略了 %Ln 条之前的消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Another model wrote this reply; this is how {name} is asked.</source>
        <translation>此回复由另一个模型写成；这里是向 {name} 提问的样子。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Close this window (Esc)</source>
        <translation>关闭窗口 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Copy all of it, exactly as it is</source>
        <translation>原样复制全部内容</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Each step got a prompt of its own: results of tools stand in that of the next</source>
        <translation>每一步都有自己的提示词：工具的结果在下一步的提示词中</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Earlier turns</source>
        <translation>之前的对话</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Given beginning</source>
        <translation>给定的开头</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Go to the next piece of this</source>
        <translation>转到下一处</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Level of thinking</source>
        <translation>思考级别</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Most seconds of thought</source>
        <translation>思考秒数上限</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Most tokens of thought</source>
        <translation>思考token上限</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Step of the reply</source>
        <translation>回答的步骤</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>The first part is shown; Copy takes all of it.</source>
        <translation>这里显示前一部分；复制会包含全部。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Then it had {count} tokens: it went on from a given beginning, or the system prompt, files, or what is left out have changed since.</source>
        <translation>当时有 {count} 个 token：它从给定的开头继续，或者系统提示词、文件或省略的内容此后有变化。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Thoughts of earlier turns</source>
        <translation>之前的思考</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Token {number} of {count}: “{text}”</source>
        <translation>第 {number} 个 token，共 {count} 个：“{text}”</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>What the controls changed</source>
        <translation>各项设置改变了什么</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>What the model got</source>
        <translation>模型收到的内容</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>all of them were read for this reply</source>
        <translation>全部都为此回复读取</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>{count} of them were still in memory, as far as the line at the left goes</source>
        <translation>其中 {count} 个仍在内存中，即左侧竖线所到之处</translation>
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
            <numerusform>{source}：%Ln 个token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuantizationCard</name>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Download {name}, {size}</source>
        <translation>下载 {name}，{size}</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Go on with this download</source>
        <translation>继续此下载</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Load this model and go to the chat</source>
        <translation>加载此模型并转到对话</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Show the download</source>
        <translation>显示此下载</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <location filename="ui/models/discover/quantization_card.py"/>
        <source>recommended</source>
        <translation>推荐</translation>
    </message>
</context>
<context>
    <name>QuestionBubble</name>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Sent as a new version; this one and its answer are kept.</source>
        <translation>作为新版本发送；此版本及其回答会保留。</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show all %Ln lines</source>
        <translation>
            <numerusform>显示全部 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show all of it</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Your question</source>
        <translation>您的问题</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Your question: {text}</source>
        <translation>您的问题：{text}</translation>
    </message>
</context>
<context>
    <name>Regenerating</name>
    <message>
        <location filename="ui/chat/presets/regenerating.py"/>
        <source>There is no other model here, and no other level of thinking.</source>
        <translation>这里没有其他模型，也没有其他思考级别。</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/regenerating.py"/>
        <source>Thinking: {level}</source>
        <translation>思考：{level}</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Change nothing</source>
        <translation>不做更改</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Do it now</source>
        <translation>立即执行</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>RenameRow</name>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="ui/models/parts/panel_questions.py"/>
        <source>Use this name</source>
        <translation>使用此名称</translation>
    </message>
</context>
<context>
    <name>ReplyView</name>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>End the thought and go on to the answer</source>
        <translation>结束思考，开始回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Kept as a new version beside this one. The model reads it as its own answer.</source>
        <translation>作为新版本与此版本并存。模型会把它当作自己的回答。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Picture {name} of a tool</source>
        <translation>工具的图片 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Reply: {text}</source>
        <translation>回复：{text}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Show the thought</source>
        <translation>显示思考</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Show {name} large</source>
        <translation>放大显示 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>What was written is kept.</source>
        <translation>已写的内容已保留。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>You have changed this version; the model reads it as its own words.</source>
        <translation>您修改过此版本；模型会把它当作自己的话来读。</translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message numerus="yes">
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln 次调用</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>A tool waits for your answer</source>
        <translation>有工具在等您回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Answer edited</source>
        <translation>回答已编辑</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Broke off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Ended at the length limit</source>
        <translation>达到长度上限而结束</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Ended without an answer</source>
        <translation>结束时没有给出回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Goes on with the text</source>
        <translation>续写文本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Loading the model · {percent} %</source>
        <translation>正在加载模型 · {percent} %</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Not answered yet</source>
        <translation>尚未回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Reached the length limit while thinking</source>
        <translation>思考时达到长度上限</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Reading · {percent} %</source>
        <translation>正在读取 · {percent} %</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Stopped while thinking</source>
        <translation>思考时停止</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Synthesis of the other versions</source>
        <translation>其他版本的综合</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thinking · {time}</source>
        <translation>思考中 · {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought and answer edited</source>
        <translation>思考和回答已编辑</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought edited</source>
        <translation>思考已编辑</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Thought for {time}</source>
        <translation>思考用时 {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>Tools at work</source>
        <translation>工具正在工作</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>first token {seconds} s</source>
        <translation>首个 token {seconds} 秒</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>{speed} tokens/s</source>
        <translation>{speed} token/s</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_words.py"/>
        <source>{tokens} tokens</source>
        <translation>{tokens} token</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Restoring…</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; the conversations are as they were, but the replies were ended.</source>
        <translation>已停止；对话保持原样，但回复已被终止。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>Stopped; the conversations are as they were.</source>
        <translation>已停止；对话保持原样。</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/exchange_presenter.py"/>
        <source>The conversations are as they were then.</source>
        <translation>对话已恢复到当时的状态。</translation>
    </message>
</context>
<context>
    <name>SamplingForm</name>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Another each time</source>
        <translation>每次不同</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>As recommended</source>
        <translation>按推荐值</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>As recommended: {value}</source>
        <translation>按推荐值：{value}</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>As the context allows</source>
        <translation>以上下文为限</translation>
    </message>
</context>
<context>
    <name>SchemaForm</name>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>Arguments as JSON</source>
        <translation>JSON 参数</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>This is no JSON object.</source>
        <translation>这不是 JSON 对象。</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be JSON.</source>
        <translation>{name} 必须是 JSON。</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be a number.</source>
        <translation>{name} 必须是数字。</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be a whole number.</source>
        <translation>{name} 必须是整数。</translation>
    </message>
    <message>
        <location filename="ui/widgets/schema_form.py"/>
        <source>{name} must be filled in.</source>
        <translation>{name} 必须填写。</translation>
    </message>
</context>
<context>
    <name>ScreenFailure</name>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Aside cannot open a window with QT_QPA_PLATFORM={name}.</source>
        <translation>在 QT_QPA_PLATFORM={name} 下，Aside 无法打开窗口。</translation>
    </message>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Aside cannot open a window: the screen {name} does not answer.</source>
        <translation>Aside 无法打开窗口：屏幕 {name} 没有响应。</translation>
    </message>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Aside cannot open a window: there is no screen here.</source>
        <translation>Aside 无法打开窗口：这里没有屏幕。</translation>
    </message>
    <message>
        <location filename="ui/platform/screen_failure.py"/>
        <source>Start it on a desktop. Without one, “aside ask” answers, and “aside self-check” tells more.</source>
        <translation>请在桌面环境中启动。没有桌面时，可用“aside ask”提问，“aside self-check”会给出更多信息。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <location filename="ui/chat/search/search_field.py"/>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_field.py"/>
        <source>Search all conversations</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_field.py"/>
        <source>Search titles, questions, answers and thoughts</source>
        <translation>搜索标题、问题、回答和思考</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <location filename="ui/chat/search/search_results.py"/>
        <source>%Ln places, newest first</source>
        <translation>
            <numerusform>%Ln 处，最新的在前</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Checks</source>
        <translation>检验</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Checks that failed</source>
        <translation>未通过的检验</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Chosen again it shows the next one</source>
        <translation>再次选择可显示下一处</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Conclusions</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Everywhere</source>
        <translation>所有位置</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Find the words everywhere, or only in steps of thoughts that do this</source>
        <translation>在所有位置查找，或只在此类思考步骤中查找</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/search/search_results.py"/>
        <source>More than %Ln places, newest first</source>
        <translation>
            <numerusform>超过 %Ln 处，最新的在前</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>No thought does this with these words.</source>
        <translation>没有思考包含这样的步骤和词语。</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Nothing found. Words match from their beginning; "quotes" keep words together.</source>
        <translation>未找到。从词首开始匹配；用 "引号" 可使词语保持连续。</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>One place</source>
        <translation>一处</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Other ways tried</source>
        <translation>尝试的其他思路</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Returns to an idea</source>
        <translation>回到先前的想法</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>What should be found</source>
        <translation>查找内容</translation>
    </message>
    <message>
        <location filename="ui/chat/search/search_results.py"/>
        <source>Where thoughts doubt</source>
        <translation>思考中的怀疑</translation>
    </message>
</context>
<context>
    <name>SendNote</name>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/composer/send_note.py"/>
        <source>%n turns before</source>
        <translation>
            <numerusform>之前的 %n 轮对话</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>Aside is set to stay offline: nothing is sent to {address}.</source>
        <translation>Aside 已设为保持离线：不会向 {address} 发送任何内容。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>Is sent to {server}, on this computer: {what}.</source>
        <translation>发送到本机上的 {server}：{what}。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>Is sent to {server}: {what}.</source>
        <translation>发送到 {server}：{what}。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>The address begins with http://: whoever is on the way can read it.</source>
        <translation>该地址以 http:// 开头：途中的任何人都能读取内容。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>This is a base model: it goes on with your text instead of answering. What you write next is added to what stands there.</source>
        <translation>这是基础模型：它会续写您的文本，而不是回答。您接下来写的内容会接在已有文本之后。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>about {count} tokens</source>
        <translation>约 {count} token</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>this question</source>
        <translation>此问题</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/send_note.py"/>
        <source>this question and what was before</source>
        <translation>此问题及之前的内容</translation>
    </message>
</context>
<context>
    <name>SentNote</name>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>File {name}</source>
        <translation>文件 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Files not sent to the model any more</source>
        <translation>不再发送给模型的文件</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>It was left out to make room in the context; “Send everything” brings it back</source>
        <translation>为腾出上下文空间已省略；“发送全部”可恢复</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Not sent to the model any more</source>
        <translation>不再发送给模型</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Picture {name}</source>
        <translation>图片 {name}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show the text of {name}</source>
        <translation>显示 {name} 的文本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/question_bubble.py"/>
        <source>Show {name} large</source>
        <translation>放大显示 {name}</translation>
    </message>
</context>
<context>
    <name>ServerConsent</name>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>A server that is not on this computer</source>
        <translation>不在本机上的服务器</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>Ask this server</source>
        <translation>询问此服务器</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>May {name} be asked? It is at {address}.</source>
        <translation>可以询问 {name} 吗？它位于 {address}。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>The address begins with http://: whoever is on the way can read it.</source>
        <translation>该地址以 http:// 开头：途中的任何人都能读取内容。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/server_consent.py"/>
        <source>What you ask it, with the turns, files and pictures before, is sent there.</source>
        <translation>您的提问连同之前的对话、文件和图片都会发送到那里。</translation>
    </message>
</context>
<context>
    <name>ServerOffers</name>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Prompts: put into the question, which you can change before you send it</source>
        <translation>提示：放入问题中，发送前可以修改</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Put this prompt into the question</source>
        <translation>将此提示放入问题</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Resources: sent along with the next question, as files are</source>
        <translation>资源：像文件一样随下一个问题发送</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Send along</source>
        <translation>随附发送</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Send {name} along</source>
        <translation>随附发送 {name}</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <location filename="ui/models/tools/server_offers.py"/>
        <source>Use the prompt {name}</source>
        <translation>使用提示 {name}</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>About this server</source>
        <translation>关于此服务器</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Ask this model small questions, to see what the server does not say</source>
        <translation>向此模型提几个小问题，以了解服务器未说明的内容</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Call this server differently</source>
        <translation>为此服务器改名</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Choose a server to see what it has and what you can do with it.</source>
        <translation>选择一个服务器，查看它有什么以及可以做什么。</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Choose this model and go to the chat</source>
        <translation>选择此模型并转到对话</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Forget this server and its key; asks first</source>
        <translation>忘记此服务器及其密钥；会先询问</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Forget {name}? Its key is deleted from the keyring, too.</source>
        <translation>要忘记 {name} 吗？其密钥也会从密钥环中删除。</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Model of the server</source>
        <translation>服务器的模型</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Set by hand what was found wrong; it holds for all models of this server</source>
        <translation>手动设置检测有误的内容；适用于此服务器的所有模型</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Test turn</source>
        <translation>测试提问</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_panel.py"/>
        <source>Use</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>ServerQuestion</name>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Decline</source>
        <translation>谢绝</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Give it to the server</source>
        <translation>交给服务器</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Give the server nothing</source>
        <translation>不给服务器任何内容</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Go to this address</source>
        <translation>前往此地址</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>Tell the server that it is done</source>
        <translation>告诉服务器已完成</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>The address that it names may not be opened.</source>
        <translation>它给出的地址不可打开。</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>What you write goes to this server. Aside cannot see what it does with it.</source>
        <translation>您写的内容会交给此服务器。Aside 看不到它如何使用。</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>{server} asks you to sign in. The browser leads back to Aside.</source>
        <translation>{server} 请您登录。浏览器会返回 Aside。</translation>
    </message>
    <message>
        <location filename="ui/documents/server_question.py"/>
        <source>{server} asks: {message}</source>
        <translation>{server} 询问：{message}</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message numerus="yes">
        <location filename="ui/models/servers/server_words.py"/>
        <source>%n models</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>A running thought</source>
        <translation>进行中的思考</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Sent back</source>
        <translation>回传</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Speaks</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Switched by</source>
        <translation>开关字段</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>Thoughts</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>a server of a kind that is not known</source>
        <translation>未知类型的服务器</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>all thoughts</source>
        <translation>所有思考</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>as the last message</source>
        <translation>作为最后一条消息</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>asking …</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>can be ended and edited</source>
        <translation>可以结束和编辑</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>can be ended, nudged and edited</source>
        <translation>可以结束、提示和编辑</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>cannot be reached into</source>
        <translation>无法干预</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the answer, between tags</source>
        <translation>在回答中的标签之间</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the answer, up to a closing tag</source>
        <translation>在回答中，直到结束标签</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the field {field}</source>
        <translation>在字段 {field} 中</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>in the system's keyring</source>
        <translation>在系统密钥环中</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>it does not think</source>
        <translation>不思考</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>no thoughts</source>
        <translation>不发送思考</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>not at all</source>
        <translation>不支持</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>not on this computer</source>
        <translation>不在本机上</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>not reached</source>
        <translation>未能连接</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>sees images</source>
        <translation>能看图片</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>sees none</source>
        <translation>看不到图片</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>thoughts of a turn that goes on</source>
        <translation>仍在进行的轮次的思考</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>wherever they are found</source>
        <translation>在任何出现的位置</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>with continue_final_message</source>
        <translation>使用 continue_final_message</translation>
    </message>
    <message>
        <location filename="ui/models/servers/server_words.py"/>
        <source>{count} tokens</source>
        <translation>{count} token</translation>
    </message>
</context>
<context>
    <name>ServersPresenter</name>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>Asking {address} …</source>
        <translation>正在询问 {address} …</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>Asking {model} small questions …</source>
        <translation>正在向 {model} 提几个小问题…</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>It was added on the command line. Add it here, too, to let the window ask it.</source>
        <translation>它是在命令行中添加的。请在此处也添加，以便窗口可以询问它。</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>No keyring took the key: it is kept until Aside ends.</source>
        <translation>没有密钥环保存该密钥：它保留到 Aside 结束。</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_presenter.py"/>
        <source>{address} is not on this computer.</source>
        <translation>{address} 不在本机上。</translation>
    </message>
</context>
<context>
    <name>ServersView</name>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Add and ask it</source>
        <translation>添加并询问</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Address of a server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Do it now</source>
        <translation>立即执行</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Find out what speaks there, and keep it</source>
        <translation>查明那里运行的是什么，并保存</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Its key</source>
        <translation>其密钥</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Kept in the system's keyring, sent to this server only, and never shown again</source>
        <translation>保存在系统密钥环中，只发送给此服务器，且不再显示</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Send nothing</source>
        <translation>不发送任何内容</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>Servers of models</source>
        <translation>模型服务器</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>What this computer cannot hold another one may: llama-server, vLLM, SGLang, LM Studio, Ollama and others of their kind. Add one by its address.</source>
        <translation>本机装不下的模型，其他电脑也许可以：llama-server、vLLM、SGLang、LM Studio、Ollama 等。请通过地址添加。</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>With or without /v1; what speaks there is found out</source>
        <translation>带或不带 /v1 均可；会自动查明那里运行的是什么</translation>
    </message>
    <message>
        <location filename="ui/models/servers/servers_view.py"/>
        <source>key, if it asks for one</source>
        <translation>密钥（如需要）</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Back to: {default}</source>
        <translation>恢复为：{default}</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Changed · reset</source>
        <translation>已更改 · 重置</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>Model's own</source>
        <translation>模型默认</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>You are a careful mathematician. Answer in one sentence.</source>
        <translation>你是一位严谨的数学家。用一句话回答。</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>the keys that came with Aside</source>
        <translation>Aside 自带的按键</translation>
    </message>
    <message>
        <location filename="ui/settings/setting_row.py"/>
        <source>{setting}: reset to {default}</source>
        <translation>{setting}：恢复为 {default}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Choose a page of the settings</source>
        <translation>选择设置页面</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Elsewhere in the window</source>
        <translation>窗口中的其他位置</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Names and explanations of all pages are searched</source>
        <translation>搜索所有页面的名称和说明</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>No setting has these words. Try fewer or others.</source>
        <translation>没有设置包含这些词。请减少或更换关键词。</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Page of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_page.py"/>
        <source>Show the settings of this page: {page}</source>
        <translation>显示此页的设置：{page}</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message numerus="yes">
        <location filename="ui/settings/settings_presenter.py"/>
        <source>%n settings were reset.</source>
        <translation>
            <numerusform>已重置 %n 项设置。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Conversations and models stay on this computer. Aside connects to the Hub only for searches, model pages and downloads that you ask for. Nothing is measured or reported, and no token is used that you have not given.</source>
        <translation>对话和模型都保留在这台电脑上。Aside 只在您要求搜索、查看模型页面和下载时连接 Hub。不测量也不上报任何信息，也不会使用您未提供的令牌。</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>HF_ENDPOINT is set for this computer and is used instead.</source>
        <translation>此电脑设置了 HF_ENDPOINT，将使用它。</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>In messages, lists and fields, always</source>
        <translation>在消息、列表和输入框中始终有效</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>access token api key account log in sign in login of the hub hugging face gated keyring hf_token</source>
        <translation>访问令牌 api 密钥 账号 登录 登陆 hub hugging face 受限 密钥环 hf_token</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>graphics card pack gpu cuda vulkan rocm nvidia amd intel driver vram install</source>
        <translation>显卡 包 gpu cuda vulkan rocm nvidia amd intel 驱动 显存 安装</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>privacy telemetry tracking analytics data</source>
        <translation>隐私 遥测 跟踪 统计 数据</translation>
    </message>
    <message>
        <location filename="ui/settings/settings_presenter.py"/>
        <source>version engine licence data folder log file python qt diagnostic report bug crash error help uninstall delete all</source>
        <translation>版本 引擎 许可证 数据文件夹 日志文件 python qt 诊断 报告 崩溃 错误 帮助 卸载程序 全部删除</translation>
    </message>
</context>
<context>
    <name>ShortcutLine</name>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Back to: {default}</source>
        <translation>恢复为：{default}</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Leave the keys as they are</source>
        <translation>保持按键不变</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>No keys</source>
        <translation>无按键</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Press the new keys. Backspace takes the keys away, Escape leaves them as they are.</source>
        <translation>请按新的按键。Backspace 移除按键，Escape 保持不变。</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Press this, then the keys that you want</source>
        <translation>先按此处，再按想要的按键</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{action}: press the keys</source>
        <translation>{action}：请按键</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{action}: reset the keys</source>
        <translation>{action}：重置按键</translation>
    </message>
</context>
<context>
    <name>ShortcutsEditor</name>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>Take it from there</source>
        <translation>从那里移过来</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>These are no keys that Aside could know again.</source>
        <translation>Aside 无法再次识别这些按键。</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{keys} already means “{words}” in its place.</source>
        <translation>{keys} 在其所在处已表示“{words}”。</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} 已用于“{action}”。</translation>
    </message>
    <message>
        <location filename="ui/settings/shortcuts_editor.py"/>
        <source>{keys} is needed for writing. Take keys with Ctrl or Alt, or one of F1 to F12.</source>
        <translation>{keys} 用于输入文字。请使用含 Ctrl 或 Alt 的按键，或 F1 到 F12。</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Close this list (Esc)</source>
        <translation>关闭列表 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>List of shortcuts</source>
        <translation>快捷键列表</translation>
    </message>
    <message>
        <location filename="ui/widgets/shortcuts_sheet.py"/>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Everywhere</source>
        <translation>所有位置</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>In the list of conversations</source>
        <translation>在对话列表中</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>In the question's field</source>
        <translation>在提问框中</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>On a message (↑ and ↓ go from one to the next)</source>
        <translation>在消息上（↑ 和 ↓ 在消息间移动）</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Questions and answers</source>
        <translation>问题和回答</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/widgets/window_action.py"/>
        <source>View</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>All conversations: folders, export, import, backups</source>
        <translation>所有对话：文件夹、导出、导入、备份</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Begin a new conversation</source>
        <translation>开始新对话</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Change how Aside looks and works</source>
        <translation>更改 Aside 的外观和行为</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Export all…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Find, download and manage models</source>
        <translation>查找、下载和管理模型</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Mark all conversations</source>
        <translation>选中所有对话</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Models: {summary}</source>
        <translation>模型：{summary}</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>New folder, export, import, backups</source>
        <translation>新建文件夹、导出、导入、备份</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <location filename="ui/chat/conversations/sidebar.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SidebarSwitch</name>
    <message>
        <location filename="ui/widgets/sidebar_switch.py"/>
        <source>Show or hide the conversations</source>
        <translation>显示或隐藏对话列表</translation>
    </message>
</context>
<context>
    <name>SummingUp</name>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>Stopped; no new conversation was begun.</source>
        <translation>已停止；未开始新对话。</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>Summing up “{title}”…</source>
        <translation>正在总结“{title}”…</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>{title}, continued</source>
        <translation>{title}（续）</translation>
    </message>
    <message>
        <location filename="ui/chat/composer/summing_up.py"/>
        <source>“{title}” is in the list.</source>
        <translation>“{title}”已在列表中。</translation>
    </message>
</context>
<context>
    <name>ThinkingControl</name>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Always thinks</source>
        <translation>始终思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Answer at once, without thinking</source>
        <translation>不思考，立即回答</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>As the model has it: {level}</source>
        <translation>按模型默认：{level}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Limit of the thought: {limit}</source>
        <translation>思考限制：{limit}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Limit the thought; keep or drop old thoughts</source>
        <translation>限制思考；保留或丢弃旧的思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Max</source>
        <translation>最高</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Next level</source>
        <translation>下一级</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think as long as it takes</source>
        <translation>想多久都可以</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think as much as the model sees fit</source>
        <translation>由模型决定思考多少</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think briefly</source>
        <translation>简短思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think for a while</source>
        <translation>思考一会儿</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Think thoroughly</source>
        <translation>深入思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>Thinking: {level}</source>
        <translation>思考：{level}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_control.py"/>
        <source>This model always thinks; it cannot be turned off.</source>
        <translation>此模型始终思考；无法关闭。</translation>
    </message>
</context>
<context>
    <name>ThinkingLimitDialog</name>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Count tokens or seconds</source>
        <translation>按 token 或秒计算</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>How many tokens or seconds a thought may take</source>
        <translation>一次思考最多可用多少 token 或秒</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Leave the limit as it is (Esc)</source>
        <translation>保持限制不变 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Limit</source>
        <translation>限制</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Limit the thinking</source>
        <translation>限制思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Set the limit</source>
        <translation>设置限制</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>The thought ends there, and the answer begins.</source>
        <translation>思考到此结束，回答开始。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Unit of the limit</source>
        <translation>限制的单位</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>Use this limit from the next question on (Enter)</source>
        <translation>从下一个问题起使用此限制 (Enter)</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_limit_dialog.py"/>
        <source>tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>ThinkingOptionsMenu</name>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Any number of tokens or seconds</source>
        <translation>token 数或秒数不限</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>As the model has it</source>
        <translation>按模型默认</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Each model was trained for one or the other.</source>
        <translation>每个模型只针对其中一种方式训练。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Keep in the prompt</source>
        <translation>保留在提示词中</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Leave out of the prompt</source>
        <translation>从提示词中省略</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Limit of the thought</source>
        <translation>思考限制</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Old thoughts</source>
        <translation>旧的思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>Other limit…</source>
        <translation>其他限制…</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>The model sees only its answers; saves context.</source>
        <translation>模型只看到自己的回答；节省上下文。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>The model sees what it thought before; takes context.</source>
        <translation>模型能看到先前的思考；占用上下文。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>The thought ends there, and the answer begins.</source>
        <translation>思考到此结束，回答开始。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>This model always thinks; it cannot be turned off.</source>
        <translation>此模型始终思考；无法关闭。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>{count} tokens</source>
        <translation>{count} token</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_options_menu.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>ThinkingPane</name>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Edit the thought</source>
        <translation>编辑思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>End the thought and go on to the answer</source>
        <translation>结束思考，开始回答</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Hide the thinking pane</source>
        <translation>隐藏思考面板</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>The model's thought appears here, beside its answer.</source>
        <translation>模型的思考显示在这里，在回答旁边。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_pane.py"/>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
</context>
<context>
    <name>ThinkingPresenter</name>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>The model's thought appears here, beside its answer.</source>
        <translation>模型的思考显示在这里，在回答旁边。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>The template of this model has no place for tools.</source>
        <translation>此模型的模板没有放工具的位置。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>The thought appears here when it begins.</source>
        <translation>思考开始后会显示在这里。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server that has not been asked yet what it can do.</source>
        <translation>此模型在服务器上运行，尚未询问该服务器能做什么。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server, which cannot end a running thought.</source>
        <translation>此模型在服务器上运行，该服务器无法结束正在进行的思考。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server, which cannot go on from words that are given to it.</source>
        <translation>此模型在服务器上运行，它不能从给定的文字继续。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This model runs on a server, which takes no hints into a running thought.</source>
        <translation>此模型在服务器上运行，该服务器不接受对正在进行的思考的提示。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_presenter.py"/>
        <source>This reply came without a thought.</source>
        <translation>此回复没有思考过程。</translation>
    </message>
</context>
<context>
    <name>ThinkingRail</name>
    <message>
        <location filename="ui/chat/thinking/thinking_dock.py"/>
        <source>Show the thinking pane</source>
        <translation>显示思考面板</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/thinking_dock.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>ThoughtEditor</name>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Answer from it</source>
        <translation>据此回答</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Leave the thought as it is (Esc)</source>
        <translation>保持思考不变 (Esc)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Let the model think on from the end of this text (Ctrl+Enter)</source>
        <translation>让模型从此文本末尾继续思考 (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Take this as the whole thought and let the model answer (Ctrl+Shift+Enter)</source>
        <translation>以此作为完整思考，让模型回答 (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>The calls before this thought stay, with their results.</source>
        <translation>此思考之前的调用及其结果会保留。</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>The model goes on from the end of this text. The reply as it is stays as a version.</source>
        <translation>模型会从此文本末尾继续。原来的回复作为版本保留。</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>The thought to go on from</source>
        <translation>从此思考继续</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_editor.py"/>
        <source>Think on from here</source>
        <translation>从这里继续思考</translation>
    </message>
</context>
<context>
    <name>ThoughtFoot</name>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>A hint for the running thought</source>
        <translation>给正在进行的思考一个提示</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>A hint for the thought · Enter sends, Esc closes</source>
        <translation>给思考的提示 · Enter 发送，Esc 关闭</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Change the thought and let the model go on from there</source>
        <translation>修改思考，让模型从那里继续</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Edit and continue…</source>
        <translation>编辑并继续…</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>End the thought and go on to the answer</source>
        <translation>结束思考，开始回答</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Mark where the model was unsure</source>
        <translation>标出模型没有把握之处</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>More actions of the thought</source>
        <translation>思考的更多操作</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>More that can be done with the thought</source>
        <translation>对思考的更多操作</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Nudge the thought</source>
        <translation>引导思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Nudge…</source>
        <translation>引导…</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Put a hint into the running thought</source>
        <translation>给正在进行的思考加入提示</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Show or hide the steps of the thought</source>
        <translation>显示或隐藏思考的步骤</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>The thought goes round in circles</source>
        <translation>思考在原地打转</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_foot.py"/>
        <source>Words less likely than not, in replies for which the settings let this be kept</source>
        <translation>可能性不足一半的词，仅限设置允许保留此信息的回复</translation>
    </message>
</context>
<context>
    <name>ThoughtOutline</name>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Bookmark this step</source>
        <translation>为这一步加书签</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Copy this step</source>
        <translation>复制此步骤</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Fold or show this step</source>
        <translation>折叠或展开这一步</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Fold what is read</source>
        <translation>折叠已读部分</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Go on after this step in my words…</source>
        <translation>在此步之后用我的话继续…</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Go to the next bookmark</source>
        <translation>转到下一个书签</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Go to this step</source>
        <translation>转到此步骤</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Nothing comes before it: Regenerate thinks it anew</source>
        <translation>它之前没有内容：“重新生成”会重新思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Outline of the thought</source>
        <translation>思考大纲</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Quote it in the question</source>
        <translation>在问题中引用</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Show all that is folded</source>
        <translation>展开全部</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>The reply as it is stays as a version</source>
        <translation>现有回复会保留为一个版本</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Think anew from here</source>
        <translation>从这里重新思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_outline.py"/>
        <source>Think anew several times, or less…</source>
        <translation>重新思考多次，或少想一些…</translation>
    </message>
</context>
<context>
    <name>ThoughtPanel</name>
    <message>
        <location filename="ui/chat/thoughts/thought_panel.py"/>
        <source>Calls of tools</source>
        <translation>工具调用</translation>
    </message>
</context>
<context>
    <name>ThoughtView</name>
    <message>
        <location filename="ui/chat/thoughts/thought_view.py"/>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Access token of the Hub</source>
        <translation>Hub 访问令牌</translation>
    </message>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Check the token with the Hub and keep it in the system's keyring</source>
        <translation>向 Hub 验证令牌并保存到系统密钥环</translation>
    </message>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Kept in the system's keyring, sent to the Hub only</source>
        <translation>保存在系统密钥环中，仅发送给 Hub</translation>
    </message>
    <message>
        <location filename="ui/widgets/token_field.py"/>
        <source>Use token</source>
        <translation>使用令牌</translation>
    </message>
</context>
<context>
    <name>TokenPanel</name>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Access token of the Hub</source>
        <translation>Hub 访问令牌</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Delete the token from the keyring and from memory</source>
        <translation>从密钥环和内存中删除令牌</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Forget the access token</source>
        <translation>移除访问令牌</translation>
    </message>
    <message>
        <location filename="ui/settings/token_panel.py"/>
        <source>Needed for models whose maker wants to be asked first. It is checked with the Hub, kept in the system's keyring and sent to the Hub only; without a keyring it is kept until Aside ends.</source>
        <translation>用于作者要求先申请的模型。令牌经 Hub 验证，保存在系统密钥环中，仅发送给 Hub；没有密钥环时保留到 Aside 退出。</translation>
    </message>
</context>
<context>
    <name>ToolPanel</name>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>About this tool</source>
        <translation>关于此工具</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Calls of {tool}</source>
        <translation>对 {tool} 的调用</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Choose a tool or a server to see what it offers and who may decide on its calls.</source>
        <translation>选择一个工具或服务器，查看它提供什么、由谁决定它的调用。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>End it and start it anew</source>
        <translation>结束并重新启动</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>End it; the next call starts it again</source>
        <translation>结束它；下次调用会再次启动</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Find a tool</source>
        <translation>查找工具</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Forget this server and its secrets; asks first</source>
        <translation>忘记此服务器及其密钥；会先询问</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Forget what signing in has brought, and end it</source>
        <translation>忘记登录所得并结束它</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Forget {name}? Its secrets are deleted from the keyring, too.</source>
        <translation>忘记 {name}？它的密钥也会从密钥环中删除。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Offer it in new conversations</source>
        <translation>在新对话中提供</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Offer {tool} in new conversations</source>
        <translation>在新对话中提供 {tool}</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Start it now, and see what it offers</source>
        <translation>现在启动，看看它提供什么</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>The tool server {name} asks you something.</source>
        <translation>工具服务器 {name} 在向您询问。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Ticked ones are offered in new conversations. At the right: who decides on their calls.</source>
        <translation>勾选的会在新对话中提供。右侧：由谁决定它们的调用。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>What its program has written</source>
        <translation>它的程序写出的内容</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>Whether calls of it wait for you</source>
        <translation>对它的调用是否等您决定</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>asks</source>
        <translation>询问</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>free</source>
        <translation>自由</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>some go by themselves</source>
        <translation>部分自动放行</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_panel.py"/>
        <source>{count} more: find them by a word above.</source>
        <translation>还有 {count} 个：可在上方用词查找。</translation>
    </message>
</context>
<context>
    <name>ToolWords</name>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>1 tool</source>
        <translation>1 个工具</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>A program of others can do what you can: Aside cannot hold it back from your files and the network. Add only what you trust.</source>
        <translation>他人的程序能做您能做的一切：Aside 无法阻止它访问您的文件和网络。只添加您信任的程序。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Left out</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Prompts</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>The address begins with http://: whoever is on the way can read what is sent.</source>
        <translation>地址以 http:// 开头：途中的任何人都能读到发送的内容。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>What a model calls it with goes to {address}, on this computer.</source>
        <translation>模型调用它时给出的内容会发往这台电脑上的 {address}。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>What a model calls it with leaves this computer, to {address}.</source>
        <translation>模型调用它时给出的内容会离开这台电脑，发往 {address}。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>in new conversations</source>
        <translation>用于新对话</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>known when it has run once</source>
        <translation>运行一次后可知</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>never allowed</source>
        <translation>从不允许</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>starting …</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tool_words.py"/>
        <source>{count} tools</source>
        <translation>{count} 个工具</translation>
    </message>
</context>
<context>
    <name>ToolsButton</name>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>All its tools</source>
        <translation>它的全部工具</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>As new conversations have it</source>
        <translation>与新对话相同</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Let new conversations have these</source>
        <translation>让新对话也用这些</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Manage tools…</source>
        <translation>管理工具…</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>More on the page of tools…</source>
        <translation>更多见工具页…</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>No tools offered</source>
        <translation>未提供工具</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>They take about {count} tokens of every prompt</source>
        <translation>它们在每个提示中约占 {count} 个 token</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>They take {count} tokens of every prompt</source>
        <translation>它们在每个提示中占 {count} 个 token</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Think with a calculator</source>
        <translation>用计算器思考</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Tools of this conversation: {count}</source>
        <translation>此对话的工具：{count}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>Tools: {count}</source>
        <translation>工具：{count}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>What it offers is known when it has run once</source>
        <translation>运行一次后才知道它提供什么</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_button.py"/>
        <source>{count} of {all}</source>
        <translation>{count} / {all}</translation>
    </message>
</context>
<context>
    <name>ToolsPagePresenter</name>
    <message>
        <location filename="ui/models/tools/tools_presenter.py"/>
        <source>Goes by itself with {kinds}</source>
        <translation>在 {kinds} 时自动放行</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_presenter.py"/>
        <source>No keyring took {names}: set them in the environment that Aside is started with.</source>
        <translation>没有密钥环保存 {names}：请在启动 Aside 的环境中设置它们。</translation>
    </message>
</context>
<context>
    <name>ToolsPresenter</name>
    <message>
        <location filename="ui/chat/thinking/tools_presenter.py"/>
        <source>asks the Internet</source>
        <translation>访问互联网</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/tools_presenter.py"/>
        <source>never allowed</source>
        <translation>从不允许</translation>
    </message>
</context>
<context>
    <name>ToolsView</name>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>A variable that the program is given, or a header that is sent to the address</source>
        <translation>交给程序的变量，或发往该地址的标头</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>API_KEY or Authorization</source>
        <translation>API_KEY 或 Authorization</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add a server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add it</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add these</source>
        <translation>添加这些</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add {server}</source>
        <translation>添加 {server}</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>By its command or address</source>
        <translation>通过命令或地址</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Change nothing</source>
        <translation>不做更改</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Command or address</source>
        <translation>命令或地址</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Do it now</source>
        <translation>立即执行</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>From other apps</source>
        <translation>来自其他应用</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>JSON as other apps write it</source>
        <translation>其他应用写法的 JSON</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Keep the servers that stand in this text</source>
        <translation>保存这段文字中的服务器</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Keep this server; it is started when it is used</source>
        <translation>保存此服务器；使用时才启动</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Kept in the system's keyring, given to this server only, and never shown again</source>
        <translation>保存在系统密钥环中，只交给此服务器，不再显示</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Look for servers in the settings of other apps on this computer; nothing is changed there</source>
        <translation>在这台电脑上其他应用的设置中查找服务器；不会更改它们</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Name of a secret</source>
        <translation>密钥名称</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Name of the server</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>No servers of other apps are found that are not here already.</source>
        <translation>未找到尚未添加的其他应用的服务器。</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Paste settings…</source>
        <translation>粘贴设置…</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Settings as other apps write them</source>
        <translation>其他应用写法的设置</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>The program that is started, with its arguments, or the address of a server</source>
        <translation>要启动的程序及其参数，或服务器的地址</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>The secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>Tools and servers of tools</source>
        <translation>工具和工具服务器</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>its value, if it needs one</source>
        <translation>它的值（如果需要）</translation>
    </message>
    <message>
        <location filename="ui/models/tools/tools_view.py"/>
        <source>name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>TraceConfidence</name>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>{said} · nearly said: {others}</source>
        <translation>{said} · 差点说成：{others}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>{some}, {one}</source>
        <translation>{some}、{one}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_confidence.py"/>
        <source>“{word}” {percent}</source>
        <translation>“{word}” {percent}</translation>
    </message>
</context>
<context>
    <name>TraceText</name>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>A step that a newer Aside wrote: {kind}</source>
        <translation>由更新版本的 Aside 写下的步骤：{kind}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>No result</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>Tool: {name}</source>
        <translation>工具：{name}</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/trace_text.py"/>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
</context>
<context>
    <name>TraceWish</name>
    <message>
        <location filename="ui/chat/thoughts/thought_card.py"/>
        <source>Export the thought as JSON…</source>
        <translation>将思考导出为 JSON…</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_card.py"/>
        <source>Export the thought as Markdown…</source>
        <translation>将思考导出为 Markdown…</translation>
    </message>
    <message>
        <location filename="ui/chat/thoughts/thought_card.py"/>
        <source>Export the thought as a web page…</source>
        <translation>将思考导出为网页…</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <location filename="ui/chat/transcript/transcript.py"/>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/transcript.py"/>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="ui/platform/tray.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="ui/platform/tray.py"/>
        <source>Show Aside</source>
        <translation>显示 Aside</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <location filename="ui/widgets/undo_bar.py"/>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="ui/widgets/undo_bar.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <location filename="ui/bridges/update_watch.py"/>
        <source>Aside {version} can be had.</source>
        <translation>Aside {version} 已可获取。</translation>
    </message>
    <message>
        <location filename="ui/bridges/update_watch.py"/>
        <source>What is new, and where to get it, is in the details.</source>
        <translation>新内容及获取方式见详细信息。</translation>
    </message>
</context>
<context>
    <name>VoteBox</name>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Each bar is a vote: how many agreed, how many did not, how many were not needed.</source>
        <translation>每条柱是一次投票：多少一致、多少不一致、多少不再需要。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Export the table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Not needed</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Time per reply</source>
        <translation>每个回复用时</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Tokens per reply</source>
        <translation>每个回复的 token 数</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>Write a line for each vote, as CSV</source>
        <translation>每次投票写一行，CSV 格式</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_panel.py"/>
        <source>{count} votes; {share} of the replies agreed</source>
        <translation>{count} 次投票；{share} 的回复一致</translation>
    </message>
</context>
<context>
    <name>VoteButton</name>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>As measured on this computer</source>
        <translation>按本机实测</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Ask several models…</source>
        <translation>询问多个模型…</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Ask up to four models the same question, and compare their answers</source>
        <translation>向最多四个模型提出同一问题，并比较它们的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>At most; it ends as soon as it is sure. Measured on this computer.</source>
        <translation>最多如此；一旦确定就结束。按本机实测。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Begins with three, and ends as soon as three more agree than disagree</source>
        <translation>先思考三次，一致的比不一致的多三个时即结束</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>How long it takes is known when the model has answered once.</source>
        <translation>模型回答过一次后才知道需要多久。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Memory has room for one at a time.</source>
        <translation>内存一次只够一个。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Memory has room for {count} at once; the others follow.</source>
        <translation>内存可同时容纳 {count} 个；其余随后进行。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>The answer that most replies agree on is shown.</source>
        <translation>显示多数回复一致的答案。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Think once</source>
        <translation>思考一次</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Think up to {count} times, until sure</source>
        <translation>最多思考 {count} 次，直到确定</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Think {count} times</source>
        <translation>思考 {count} 次</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Until sure</source>
        <translation>直到确定</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>Write a question first.</source>
        <translation>请先写一个问题。</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>up to {count}×</source>
        <translation>最多 {count}×</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>{count}×</source>
        <translation>{count}×</translation>
    </message>
    <message>
        <location filename="ui/chat/thinking/vote_button.py"/>
        <source>{size} of graphics memory</source>
        <translation>{size} 显存</translation>
    </message>
</context>
<context>
    <name>VoteView</name>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Answer now</source>
        <translation>立即回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Continue the vote</source>
        <translation>继续投票</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>End all thoughts and go on to the answers</source>
        <translation>结束所有思考，开始回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Let the model make one answer of all, and name where they differ</source>
        <translation>让模型把所有回复合成一个答案，并指出分歧所在</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Replies that vote</source>
        <translation>参与投票的回复</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>Synthesis</source>
        <translation>综合</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_view.py"/>
        <source>What was finished counts; the others are asked anew</source>
        <translation>已完成的计入；其余重新提问</translation>
    </message>
</context>
<context>
    <name>VoteWords</name>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>A tie: {answers} are each the answer of {count} models</source>
        <translation>平局：{answers} 各为 {count} 个模型的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>A tie: {answers} have {count} votes each</source>
        <translation>平局：{answers} 各有 {count} 票</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} agree</source>
        <translation>{count} 个全部一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} answers differ</source>
        <translation>{count} 个答案各不相同</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} models agree</source>
        <translation>{count} 个模型全部一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} models answer differently</source>
        <translation>{count} 个模型的答案各不相同</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} models that answered agree</source>
        <translation>回答了的 {count} 个模型全部一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>All {count} that were finished agree</source>
        <translation>已完成的 {count} 个全部一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Answered by {finished} of {count} models; no answer leads yet</source>
        <translation>{count} 个模型中已有 {finished} 个回答；尚无领先的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Asks {count} models</source>
        <translation>正在询问 {count} 个模型</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Both agree</source>
        <translation>两个一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Both models agree</source>
        <translation>两个模型一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No model has answered</source>
        <translation>没有模型回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: the answers have no common form</source>
        <translation>无法投票：答案没有共同的形式</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: the answers of the models have no common form</source>
        <translation>无法投票：各模型的答案没有共同的形式</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: {count} of {finished} models say nearly the same</source>
        <translation>无法投票：{finished} 个模型中有 {count} 个说法几乎相同</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>No vote is possible: {count} of {finished} say nearly the same</source>
        <translation>无法投票：{finished} 个中有 {count} 个说得几乎一样</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>None was finished</source>
        <translation>没有一个完成</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Only one model has answered</source>
        <translation>只有一个模型回答了</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Only one of {count} has an answer that can be compared</source>
        <translation>{count} 个回复中只有一个有可比较的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Only one was finished</source>
        <translation>只有一个完成</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: answers {answer}</source>
        <translation>回复 {number}：答案是 {answer}</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: broke off</source>
        <translation>回复 {number}：中断了</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: has no answer that could be compared</source>
        <translation>回复 {number}：没有可比较的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: is answering</source>
        <translation>回复 {number}：正在回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: is thinking</source>
        <translation>回复 {number}：正在思考</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: waits</source>
        <translation>回复 {number}：等待中</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: was cut by its length, and has no vote</source>
        <translation>回复 {number}：因长度被截断，不计票</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: was ended, because it was not needed any more</source>
        <translation>回复 {number}：因不再需要而结束</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Reply {number}: was stopped</source>
        <translation>回复 {number}：已停止</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>The two answers differ</source>
        <translation>两个答案不同</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>The two models answer differently</source>
        <translation>两个模型的答案不同</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Thinks up to {count} times, until sure</source>
        <translation>最多思考 {count} 次，直到确定</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>Thinks {count} times</source>
        <translation>思考 {count} 次</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{answer} leads with {agreeing} of {finished}</source>
        <translation>{answer} 领先：{finished} 个中有 {agreeing} 个</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{answer} leads with {agreeing} of {finished} models</source>
        <translation>{answer} 领先，{finished} 个模型中有 {agreeing} 个</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} cut by length, without a vote</source>
        <translation>{count} 个因长度被截断，不计票</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} finished; no answer leads yet</source>
        <translation>已完成 {count} 个；尚无领先的答案</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} gave no answer</source>
        <translation>{count} 个没有答案</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} not needed</source>
        <translation>{count} 个不再需要</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of the {finished} models that answered agree</source>
        <translation>回答了的 {finished} 个模型中有 {count} 个一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of the {finished} that were finished agree</source>
        <translation>已完成的 {finished} 个中有 {count} 个一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of {finished} agree</source>
        <translation>{finished} 个中有 {count} 个一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{count} of {finished} models agree</source>
        <translation>{finished} 个模型中有 {count} 个一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/vote_words.py"/>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Do not answer this question</source>
        <translation>不回答此问题</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>End the reply that is being written now</source>
        <translation>立即结束正在生成的回复</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Stop that</source>
        <translation>停止该回复</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Waiting for the reply before</source>
        <translation>等待前一个回复</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/reply_view.py"/>
        <source>Waiting for “{title}”</source>
        <translation>等待“{title}”</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>A thought beside every answer</source>
        <translation>每个回答旁都有思考过程</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Aside runs reasoning models on this computer. Nothing you write leaves it. Open a model file to begin.</source>
        <translation>Aside 在这台电脑上运行推理模型。您输入的内容不会离开它。打开一个模型文件即可开始。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Ask this</source>
        <translation>提这个问题</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Choose a model file on this computer</source>
        <translation>选择此电脑上的模型文件</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>Open a GGUF file…</source>
        <translation>打开 GGUF 文件…</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>What shall we think about?</source>
        <translation>想思考些什么？</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/welcome.py"/>
        <source>or drop the file anywhere in this window</source>
        <translation>或将文件拖到此窗口的任意位置</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer anew with another model or level</source>
        <translation>用其他模型或思考级别重新回答</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer the last question anew</source>
        <translation>重新回答最后一个问题</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Answer the question anew</source>
        <translation>重新回答此问题</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Archive this conversation</source>
        <translation>归档此对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Archive, or take out of the archive</source>
        <translation>归档或移出归档</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Ask several models the same question</source>
        <translation>向多个模型提出同一问题</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Ask several models…</source>
        <translation>询问多个模型…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Back up the conversations now</source>
        <translation>立即备份对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new conversation</source>
        <translation>开始新对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new conversation from here</source>
        <translation>从这里开始新对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Begin a new line</source>
        <translation>换行</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose the next level of thinking</source>
        <translation>选择下一个思考级别</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Choose the tools of this conversation</source>
        <translation>选择此对话的工具</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Compare two versions</source>
        <translation>比较两个版本</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy as plain text</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Copy the last answer</source>
        <translation>复制最后一个回答</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Delete the chosen conversations; this can be undone</source>
        <translation>删除所选对话；可以撤销</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Delete this conversation</source>
        <translation>删除此对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit presets</source>
        <translation>编辑预设</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit the thought</source>
        <translation>编辑思考</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Edit; the present version is kept</source>
        <translation>编辑；保留当前版本</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>End the thought and answer now</source>
        <translation>结束思考并立即回答</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Export all conversations…</source>
        <translation>导出所有对话…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Export this conversation…</source>
        <translation>导出此对话…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Find checks in thoughts that failed</source>
        <translation>查找思考中未通过的检验</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Find where thoughts doubt</source>
        <translation>查找思考中的怀疑</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Forget everything of this conversation…</source>
        <translation>忘掉此对话的一切…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Free the model's memory</source>
        <translation>释放模型占用的内存</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Full screen, or back</source>
        <translation>进入或退出全屏</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Give the running thought a nudge</source>
        <translation>给正在进行的思考一点引导</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go on with a reply that was cut</source>
        <translation>继续被截断的回复</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to a question of this conversation</source>
        <translation>转到此对话的某个问题</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the call of a tool that waits for you</source>
        <translation>转到等您决定的工具调用</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the first line of the message</source>
        <translation>转到消息的第一行</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the message above</source>
        <translation>转到上一条消息</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the message below</source>
        <translation>转到下一条消息</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next conversation</source>
        <translation>转到下一个对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next place found</source>
        <translation>转到下一处</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next question, or to the end</source>
        <translation>转到下一个问题，或末尾</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the next word that the model was torn about</source>
        <translation>转到下一个模型犹豫的词</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the place found before</source>
        <translation>转到上一处</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the previous conversation</source>
        <translation>转到上一个对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the question before</source>
        <translation>转到上一个问题</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the question's field</source>
        <translation>转到提问框</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Go to the word before that the model was torn about</source>
        <translation>转到上一个模型犹豫的词</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>How this conversation is answered</source>
        <translation>这个对话如何回答</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Import conversations…</source>
        <translation>导入对话…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Move the chosen conversations into a new folder</source>
        <translation>将所选对话移到新文件夹</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Open a model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Open the menu of the message</source>
        <translation>打开消息菜单</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Pin or unpin</source>
        <translation>置顶或取消置顶</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Print this conversation…</source>
        <translation>打印此对话…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Rename the chosen conversation</source>
        <translation>重命名所选对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Rename this conversation</source>
        <translation>重命名此对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Search all conversations</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Search on the page that is shown</source>
        <translation>在当前页面搜索</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Send files along</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show how full the context is</source>
        <translation>显示上下文占用情况</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the conversations</source>
        <translation>显示或隐藏对话列表</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the outline of the thought</source>
        <translation>显示或隐藏思考大纲</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show or hide the thinking pane</source>
        <translation>显示或隐藏思考面板</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the models, or go back</source>
        <translation>显示模型，或返回</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the servers of models</source>
        <translation>显示模型服务器</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the settings, or go back</source>
        <translation>显示设置，或返回</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the thought</source>
        <translation>显示思考</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the tools and their servers</source>
        <translation>显示工具及其服务器</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the version after</source>
        <translation>显示下一个版本</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show the version before</source>
        <translation>显示上一个版本</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Show what the model got</source>
        <translation>显示模型收到的内容</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Stop the running reply</source>
        <translation>停止正在生成的回复</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Switch between light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Text in its usual size</source>
        <translation>常规大小文字</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Think several times and agree</source>
        <translation>多次思考并取一致</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>Undo the last change</source>
        <translation>撤销上次更改</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>allow deny permission</source>
        <translation>允许 拒绝 权限</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>api key openai ollama llama-server vllm openrouter endpoint interface add cloud remote</source>
        <translation>api 密钥 openai ollama llama-server vllm openrouter 端点 接口 添加 云端</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>backup bring back</source>
        <translation>备份 恢复 还原</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>backup save copy</source>
        <translation>备份 保存 副本</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>cancel end</source>
        <translation>取消 结束</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>chatgpt claude open webui history</source>
        <translation>chatgpt claude open webui 历史</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>compare council opinion another</source>
        <translation>比较 意见 其他 模型</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>delete all erase</source>
        <translation>全部删除 清除</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>download library discover</source>
        <translation>下载 模型库 发现</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>exit close</source>
        <translation>退出 关闭</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>find history</source>
        <translation>查找 历史</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>history data</source>
        <translation>历史 数据</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>mcp calculator functions</source>
        <translation>mcp 计算器 函数</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>mcp servers fetch python calculator permissions</source>
        <translation>mcp 服务器 抓取 python 计算器 权限</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>new chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>old chat hide put away</source>
        <translation>旧对话 收起 隐藏</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>outline contents jump</source>
        <translation>大纲 目录 跳转</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>pdf html markdown json</source>
        <translation>pdf html markdown json 保存</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>pdf paper</source>
        <translation>pdf 纸张</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>preferences options</source>
        <translation>偏好 选项</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>prompt tokens template</source>
        <translation>提示词 token 模板</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>regenerate retry again</source>
        <translation>重新生成 重试 再来一次</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>remove erase</source>
        <translation>移除 清除</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>search steps</source>
        <translation>搜索 步骤</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>sidebar</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>steps structure</source>
        <translation>步骤 结构</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>switch change swap select pick other different llm</source>
        <translation>切换 更换 换 挑选 其他 大模型</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>system prompt temperature sampling instructions persona role</source>
        <translation>系统提示词 系统提示 温度 采样 指令 人设 角色</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>system prompt temperature top-p top-k min-p seed sampling instructions persona role behaviour model thinking reasoning token limit preset</source>
        <translation>系统提示词 系统提示 温度 top-p top-k min-p 随机种子 采样 指令 人设 角色 行为 模型 思考 推理 token 限制 预设</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>theme appearance colours look design</source>
        <translation>主题 外观 颜色 样式</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>tokens gauge</source>
        <translation>token 用量 上下文</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>trace save</source>
        <translation>思考 保存</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>unload memory ram vram eject</source>
        <translation>卸载 内存 显存</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>unsure confidence fork</source>
        <translation>不确定 置信度 岔路</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>vote samples majority</source>
        <translation>投票 多数 样本</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <location filename="ui/window_actions.py"/>
        <source>zoom reset</source>
        <translation>重置缩放</translation>
    </message>
</context>
<context>
    <name>WindowContent</name>
    <message>
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to open {name}</source>
        <translation>拖放以打开 {name}</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to send %n files along</source>
        <translation>
            <numerusform>松开以随附 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to send the picture along</source>
        <translation>松开以随附图片</translation>
    </message>
    <message>
        <location filename="ui/chat/window_content.py"/>
        <source>Drop to send {name} along</source>
        <translation>拖放以附上 {name}</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <location filename="ui/widgets/work_row.py"/>
        <source>End this; nothing is changed</source>
        <translation>结束此操作；不做任何更改</translation>
    </message>
    <message>
        <location filename="ui/widgets/work_row.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>What is being done</source>
        <translation>正在进行的操作</translation>
    </message>
</context>
<context>
    <name>_AlignedModel</name>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>Disagrees</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>Nothing like it</source>
        <translation>没有相应的步骤</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/aligned_thoughts.py"/>
        <source>They part here</source>
        <translation>从这里开始分歧</translation>
    </message>
</context>
<context>
    <name>_JobRow</name>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>Stop: {job}</source>
        <translation>停止：{job}</translation>
    </message>
    <message>
        <location filename="ui/chat/exchange/work_strip.py"/>
        <source>Stopping: {job}</source>
        <translation>正在停止：{job}</translation>
    </message>
</context>
<context>
    <name>_PromptText</name>
    <message>
        <location filename="ui/chat/transcript/prompt_window.py"/>
        <source>The prompt</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>_Version</name>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Choose which version stands here</source>
        <translation>选择此处显示的版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Go on with this one</source>
        <translation>用这个继续</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Show this version in the conversation</source>
        <translation>在对话中显示此版本</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/compare_window.py"/>
        <source>Thought</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Check that it is a file, still there, and that you may open it.</source>
        <translation>请确认它是文件、仍然存在且允许打开。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Open it in a PDF viewer, save it without a password, and send that along.</source>
        <translation>请用 PDF 阅读器打开，去掉密码另存后再发送。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Reading {name} took longer than {limit} seconds, so it was given up.</source>
        <translation>读取 {name} 超过 {limit} 秒，已放弃。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Run a text recognition (OCR) on it first, or paste the text.</source>
        <translation>请先进行文字识别 (OCR)，或粘贴文本。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Save it again from its program, or paste the text.</source>
        <translation>请用原程序重新保存，或粘贴文本。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Save it as PNG or JPEG and send that along.</source>
        <translation>请另存为 PNG 或 JPEG 再随附。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the pages that matter in a file of their own.</source>
        <translation>请将重要页面单独存为文件发送。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the part that matters, in a file of its own or pasted.</source>
        <translation>请发送重要部分，单独存为文件或直接粘贴。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Send the part that matters, or leave out older turns or files.</source>
        <translation>请只发送重要部分，或省略较早的轮次或文件。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>Text, code, Markdown, CSV, JSON and PDF files can be sent along.</source>
        <translation>可以附上文本、代码、Markdown、CSV、JSON 和 PDF 文件。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} cannot be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} holds no text that a model could read.</source>
        <translation>{name} 中没有模型能读取的文本。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} holds pictures of pages and no text.</source>
        <translation>{name} 只有页面图片，没有文本。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is a picture of a kind that cannot be read.</source>
        <translation>{name} 是无法读取的图片类型。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is damaged and cannot be read.</source>
        <translation>{name} 已损坏，无法读取。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is protected with a password.</source>
        <translation>{name} 受密码保护。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} is too large to send along: {size}, and at most {limit} can be read.</source>
        <translation>{name} 太大，无法发送：{size}，最多可读取 {limit}。</translation>
    </message>
    <message>
        <location filename="app/attachments/errors.py"/>
        <source>{name} needs {needed} tokens; {free} are free.</source>
        <translation>{name} 需要 {needed} token；可用 {free}。</translation>
    </message>
    <message>
        <location filename="app/attachments/pdf.py"/>
        <source>Only the first {pages} of {total} pages were read.</source>
        <translation>只读取了 {total} 页中的前 {pages} 页。</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>Save it as PNG or JPEG, or send it along in the window.</source>
        <translation>请另存为 PNG 或 JPEG，或在窗口中随附。</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>Send the part that matters, or make it smaller first.</source>
        <translation>请只发送重要的部分，或先缩小。</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>{name} has {width} × {height} pixels, {megapixels} million; at most {limit} million can be read.</source>
        <translation>{name} 有 {width} × {height} 像素，共 {megapixels} 百万；最多可读取 {limit} 百万。</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>{name} is a picture of a kind that cannot be read here.</source>
        <translation>{name} 是此处无法读取的图片类型。</translation>
    </message>
    <message>
        <location filename="app/attachments/picture_errors.py"/>
        <source>{name} is damaged, or no picture of a kind that can be read.</source>
        <translation>{name} 已损坏，或不是可读取的图片类型。</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Bytes that are no text: {count}. A � stands for each, or nothing.</source>
        <translation>有 {count} 个字节不是文本，以 � 代替或被略去。</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Pictures and other data in it were left out: {size}.</source>
        <translation>已略去其中的图片等数据：{size}。</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Read as {encoding}, which is a guess that may be wrong: look whether the letters are right.</source>
        <translation>按 {encoding} 读取，这是推测的编码，可能有误：请检查文字是否正确。</translation>
    </message>
    <message>
        <location filename="app/attachments/reading.py"/>
        <source>Read as {encoding}, which is a guess.</source>
        <translation>按 {encoding} 读取，这是推测的编码。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>A reply could not be saved yet, so its conversation is only hidden.</source>
        <translation>有一个回复尚未保存，因此其对话目前只是隐藏。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>A reply could not be saved yet, so the backup was not restored.</source>
        <translation>有回复尚未保存，因此未恢复备份。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>A reply is being written, so the backup was not restored.</source>
        <translation>正在生成回复，因此未恢复备份。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Ask a question below it.</source>
        <translation>请在其下方提问。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Check that the disk has room and works, and restore again.</source>
        <translation>请检查磁盘是否有空间且工作正常，然后重新恢复。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Check that the disk has room and works. What is left goes when Aside starts the next time.</source>
        <translation>请检查磁盘是否有空间且工作正常。剩余部分将在 Aside 下次启动时删除。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Delete these yourself, if nothing else in them is needed: {paths}</source>
        <translation>如果其中没有其他需要的内容，请自行删除：{paths}</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>No summary was written, so no new conversation was begun.</source>
        <translation>没有写出摘要，因此未开始新对话。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Stop it, or let it go on.</source>
        <translation>停止它，或让它继续。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Stop the reply, or wait for its end, and restore again.</source>
        <translation>请停止回复或等待其结束，然后再次恢复。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>The answer goes round in circles.</source>
        <translation>回答在原地打转。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>The conversation is deleted, but some copies could not be changed and may still hold it.</source>
        <translation>对话已删除，但有些副本无法更改，其中可能仍包含它。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>The reply was ended: it went round in circles.</source>
        <translation>回复已结束：它在原地打转。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>This reply was imported without its question, so there is nothing to answer anew.</source>
        <translation>此回复导入时没有对应的问题，因此无法重新回答。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Try again, perhaps with another model or a higher temperature.</source>
        <translation>请重试，也许换一个模型或提高温度。</translation>
    </message>
    <message>
        <location filename="app/conversation/errors.py"/>
        <source>Try again, perhaps with another model, or leave out the oldest turns instead.</source>
        <translation>请重试，可换用其他模型，或改为省略最早的轮次。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>A server cannot be called {name}.</source>
        <translation>服务器不能命名为 {name}。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Aside is set to stay offline, and {endpoint} is not on this computer.</source>
        <translation>Aside 已设为保持离线，而 {endpoint} 不在这台电脑上。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Ask again.</source>
        <translation>请再问一次。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Ask anew, or choose a model on this computer.</source>
        <translation>请重新提问，或选择本机上的模型。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Check that {path} may be written and that its disk has room.</source>
        <translation>请确认 {path} 可写，且磁盘有空间。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Check the address and its port; a network that wants you to log in first answers so, too.</source>
        <translation>请检查地址和端口；需要先登录的网络也会这样回答。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Check the spelling, and the connection to its network.</source>
        <translation>请检查拼写，以及与其网络的连接。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Choose a name of letters, digits, dots and dashes, forty at most.</source>
        <translation>请使用字母、数字、点和短横线组成的名称，最多四十个字符。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Choose another name, or remove that server first.</source>
        <translation>请另选一个名称，或先移除那个服务器。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Copy it again from where it was given to you.</source>
        <translation>请从给出它的地方重新复制。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Give it one on the models page, under Servers, or with: aside endpoints add URL --key -, or set the variable ASIDE_ENDPOINT_KEY.</source>
        <translation>请在模型页面的“服务器”中提供密钥，或使用：aside endpoints add URL --key -，或设置变量 ASIDE_ENDPOINT_KEY。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>If it is your own, name the file of its authority in the variable SSL_CERT_FILE.</source>
        <translation>如果是您自己的证书，请在变量 SSL_CERT_FILE 中写明其颁发机构的文件。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>If that is the right place, use its address.</source>
        <translation>如果那里才是正确的地方，请使用它的地址。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Keep one with: aside endpoints add URL</source>
        <translation>可用以下命令保存一个：aside endpoints add URL</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Limit the length of the answer, or restart the server.</source>
        <translation>请限制回答的长度，或重启服务器。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Mend {path}, or move it elsewhere and add the servers anew.</source>
        <translation>请修复 {path}，或将其移到别处后重新添加服务器。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>No computer of the name in {endpoint} was found.</source>
        <translation>找不到 {endpoint} 中那个名称的电脑。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>No server is kept under the name {name}.</source>
        <translation>没有以 {name} 为名保存的服务器。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Nothing has come from the server at {endpoint} for {silence}.</source>
        <translation>位于 {endpoint} 的服务器已有 {silence} 没有任何回应。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See its models with: aside endpoints models</source>
        <translation>可用以下命令查看它的模型：aside endpoints models</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See what its log says, then ask again.</source>
        <translation>请查看它的日志，然后再问一次。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See what the key may do, and whether the server takes questions from this computer.</source>
        <translation>请查看密钥的权限，以及服务器是否接受来自这台电脑的问题。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See whether it has this model, and whether the question fits into its context.</source>
        <translation>请检查它是否有这个模型，以及问题能否放进它的上下文。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See whether it runs, and whether the address is right, then ask again.</source>
        <translation>请检查它是否在运行、地址是否正确，然后再问一次。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>See whether it still works, then ask again.</source>
        <translation>请查看它是否仍在工作，然后再问一次。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Send fewer or smaller files and pictures.</source>
        <translation>请发送更少或更小的文件和图片。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Switch “Stay offline” off in the settings to ask servers elsewhere.</source>
        <translation>如要询问别处的服务器，请在设置中关闭“保持离线”。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The answer of the server at {endpoint} broke off.</source>
        <translation>服务器 {endpoint} 的回答中断了。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The certificate of {endpoint} is not trusted, so nothing was asked.</source>
        <translation>{endpoint} 的证书不受信任，因此没有发出任何问题。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The key for {endpoint} holds characters that no key has.</source>
        <translation>{endpoint} 的密钥含有密钥中不会出现的字符。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The list of servers cannot be read.</source>
        <translation>无法读取服务器列表。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The list of servers cannot be saved.</source>
        <translation>无法保存服务器列表。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The question is too large for the server at {endpoint}: {words}</source>
        <translation>问题对位于 {endpoint} 的服务器来说太大：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} answers with a web page, not as a server of models does.</source>
        <translation>位于 {endpoint} 的服务器以网页回答，不像模型服务器。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} answers with {what}, not as a server of models does.</source>
        <translation>位于 {endpoint} 的服务器以 {what} 回答，不像模型服务器。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} asks for a key: {words}</source>
        <translation>位于 {endpoint} 的服务器要求密钥：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} asks us to wait {wait}: {words}</source>
        <translation>位于 {endpoint} 的服务器请求等待 {wait}：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} cannot be reached.</source>
        <translation>无法连接到服务器 {endpoint}。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} does not accept the key: {words}</source>
        <translation>位于 {endpoint} 的服务器不接受该密钥：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} does not allow this: {words}</source>
        <translation>位于 {endpoint} 的服务器不允许这样做：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} does not have what was asked for: {words}</source>
        <translation>位于 {endpoint} 的服务器没有所请求的内容：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} failed with {status}: {words}</source>
        <translation>位于 {endpoint} 的服务器出错，状态 {status}：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} has too much to do: {words}</source>
        <translation>位于 {endpoint} 的服务器太忙：{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} refused with {status}: {words}</source>
        <translation>服务器 {endpoint} 拒绝了请求({status}):{words}</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} sends us on to {place}, and nothing was sent there.</source>
        <translation>位于 {endpoint} 的服务器指向 {place}；没有向那里发送任何内容。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>The server at {endpoint} writes without an end, so the connection was closed.</source>
        <translation>位于 {endpoint} 的服务器不停地写，因此连接已关闭。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>These are: {names}.</source>
        <translation>现有：{names}。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>Wait, then ask again.</source>
        <translation>请稍候，然后再问一次。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>{name} is the name of {endpoint} already.</source>
        <translation>{name} 已是 {endpoint} 的名称。</translation>
    </message>
    <message>
        <location filename="app/engines/errors.py"/>
        <source>{name} runs on a server, which cannot go on from words that are given to it.</source>
        <translation>{name} 在服务器上运行，它不能从给定的文字继续。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Choose the model file itself.</source>
        <translation>请选择模型文件本身。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Choose the ordinary file of the same model.</source>
        <translation>请选择同一模型的普通文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Download the file again, or choose another one.</source>
        <translation>请重新下载文件，或选择其他文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Download the file again, or copy it again from where it came.</source>
        <translation>请重新下载文件，或从来源处重新复制。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>It was made for another program, or is too new or too old: choose another quantization.</source>
        <translation>它是为其他程序制作的，或者太新或太旧：请选择其他量化。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Look for a newer file of the same model.</source>
        <translation>请寻找同一模型的较新文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>Look for an update of Aside, or choose another file of the same model.</source>
        <translation>请寻找 Aside 的更新，或选择同一模型的其他文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} cannot write text; it is a part of a model or of another kind.</source>
        <translation>{name} 不能生成文本；它是模型的一部分或属于其他类型。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is cut short: {present} of at least {needed} are there.</source>
        <translation>{name} 不完整：至少需要 {needed}，现有 {present}。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is damaged: its header makes no sense.</source>
        <translation>{name} 已损坏：文件头无法识别。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is not whole: its end holds nothing but zeros, as when a download broke off.</source>
        <translation>{name} 不完整：末尾全是零，像是下载中断造成的。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is written for big-endian machines and cannot be used on this one.</source>
        <translation>{name} 是为大端序机器制作的，无法在此电脑上使用。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is written in version {version} of GGUF, newer than this version of Aside.</source>
        <translation>{name} 使用 GGUF 第 {version} 版，比当前的 Aside 更新。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} is written in version {version} of GGUF, which is read no more.</source>
        <translation>{name} 使用 GGUF 第 {version} 版，已不再支持读取。</translation>
    </message>
    <message>
        <location filename="app/gguf/errors.py"/>
        <source>{name} stores its weights in a way that this version does not know (type {number}).</source>
        <translation>{name} 以当前版本不认识的方式存储权重（类型 {number}）。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Choose a file that ends in .gguf, or download a GGUF file from the Hub.</source>
        <translation>请选择以 .gguf 结尾的文件，或从 Hub 下载 GGUF 文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Choose a whole model in GGUF.</source>
        <translation>请选择完整的 GGUF 模型。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Choose the file of the same name without “._” before it.</source>
        <translation>请选择前面没有“._”的同名文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Download the file again; its page may ask you to log in or to accept a licence first.</source>
        <translation>请重新下载该文件；其页面可能要求先登录或接受许可。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Join the pieces to one file, in their order: {whole}</source>
        <translation>请按顺序把各部分合并为一个文件：{whole}</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Look for a GGUF file of the same model.</source>
        <translation>请寻找同一模型的 GGUF 文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Run “git lfs pull” in its folder, or download the file from its page.</source>
        <translation>请在其文件夹中运行“git lfs pull”，或从其页面下载文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>Unpack it, and choose the .gguf file in it.</source>
        <translation>请解压，并选择其中的 .gguf 文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} holds a model in the format of {what}, not in GGUF.</source>
        <translation>{name} 是 {what} 格式的模型，不是 GGUF。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} holds nothing but zeros: its download never arrived.</source>
        <translation>{name} 中只有零：下载内容从未到达。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} holds what macOS notes about a file, not the file.</source>
        <translation>{name} 只是 macOS 关于某个文件的附注，不是文件本身。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a LoRA adapter of a format older than GGUF.</source>
        <translation>{name} 是比 GGUF 更旧格式的 LoRA 适配器。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a shortcut to a page, not the model.</source>
        <translation>{name} 是网页的快捷方式，不是模型。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a text and no model; it says: {words}</source>
        <translation>{name} 是文本而不是模型，内容为：{words}</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is a web page that was saved in the place of the model.</source>
        <translation>{name} 是被当作模型保存下来的网页。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is an archive ({what}), not the model itself.</source>
        <translation>{name} 是压缩包（{what}），不是模型本身。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is not a GGUF model file.</source>
        <translation>{name} 不是 GGUF 模型文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is of a format older than GGUF, which nothing reads any more.</source>
        <translation>{name} 的格式比 GGUF 更旧，已无法读取。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} is part {number} of a file that was cut into pieces.</source>
        <translation>{name} 是被切分的文件的第 {number} 部分。</translation>
    </message>
    <message>
        <location filename="app/gguf/other_files.py"/>
        <source>{name} only points to a model of {size} that was not fetched (Git LFS).</source>
        <translation>{name} 只是指向一个尚未获取的 {size} 模型的指针（Git LFS）。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose a model into which the adapter was merged.</source>
        <translation>请选择已合并该适配器的模型。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose one of the models beside it.</source>
        <translation>请选择它旁边的某个模型。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose the file of a whole model.</source>
        <translation>请选择完整模型的文件。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>Choose the model itself; this part is found beside it.</source>
        <translation>请选择模型本身；放在旁边的这一部分会被自动找到。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} holds a vocabulary and no weights.</source>
        <translation>{name} 只有词表，没有权重。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a LoRA adapter: it changes another model, and writes nothing by itself.</source>
        <translation>{name} 是 LoRA 适配器：它用于修改其他模型，自身不能生成文字。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a control vector: it changes another model, and writes nothing by itself.</source>
        <translation>{name} 是控制向量：它用于修改其他模型，自身不能生成文字。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a model for speech, and writes no answers.</source>
        <translation>{name} 是语音模型，不能生成回答。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a model that compares texts, and writes none.</source>
        <translation>{name} 是用于比较文本的模型，不能生成文字。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is a model that makes images or films, and no text.</source>
        <translation>{name} 是生成图片或视频的模型，不能生成文字。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is an adapter: it changes another model, and writes nothing by itself.</source>
        <translation>{name} 是适配器：它用于修改其他模型，自身不能生成文字。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is an importance matrix: models are quantized with its help.</source>
        <translation>{name} 是重要性矩阵，用于量化模型。</translation>
    </message>
    <message>
        <location filename="app/gguf/purpose.py"/>
        <source>{name} is the part of a model that sees images or hears, not the model.</source>
        <translation>{name} 是模型中负责看图或听音的部分，不是模型本身。</translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>Choose a context of at most {max_context} tokens, or a smaller quantization.</source>
        <translation>请选择不超过 {max_context} token 的上下文，或更小的量化。</translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>Choose a smaller quantization or a smaller model, or close other programs.</source>
        <translation>请选择更小的量化或更小的模型，或关闭其他程序。</translation>
    </message>
    <message>
        <location filename="app/hardware/errors.py"/>
        <source>{name} needs {need} of memory; {free} are free.</source>
        <translation>{name} 需要 {need} 内存；可用 {free}。</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Careful maths</source>
        <translation>严谨的数学</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Critic</source>
        <translation>评论者</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Explain it to me</source>
        <translation>给我讲解</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Short answers</source>
        <translation>简短回答</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Think with a calculator</source>
        <translation>用计算器思考</translation>
    </message>
    <message>
        <location filename="app/history/built_in_presets.py"/>
        <source>Writing</source>
        <translation>写作</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>A backup is being restored, so nothing can be changed just now.</source>
        <translation>正在恢复备份，暂时无法更改任何内容。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Another program is using the conversations.</source>
        <translation>另一个程序正在使用对话数据。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Check that the disk that holds {path} has room and works; Aside goes on trying. Closing now leaves it in a file elsewhere, if one can be written.</source>
        <translation>请检查 {path} 所在的磁盘是否有空间并且工作正常；Aside 会继续尝试。现在关闭的话，只要能写入，内容会留在别处的一个文件中。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Check that {path} may be written, and that its disk works and has room for you.</source>
        <translation>请确认 {path} 可写，且磁盘正常并有可用空间。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Choose another backup than {path}. Your conversations are as they were.</source>
        <translation>请选择 {path} 以外的备份。您的对话没有变化。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Close the other program that has {path} open; Aside keeps trying to save.</source>
        <translation>请关闭打开了 {path} 的其他程序；Aside 会继续尝试保存。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Free some space on the disk that holds {path}. The conversations and the older backups are whole.</source>
        <translation>请在 {path} 所在磁盘上腾出空间。对话和较早的备份完好无损。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Free some space on the disk that holds {path}. What is on the screen stays, and is saved when there is room.</source>
        <translation>请在 {path} 所在的磁盘上腾出一些空间。屏幕上的内容会保留，有空间后即会保存。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>It is {path}. This is said until the file is moved or deleted.</source>
        <translation>文件是 {path}。在移动或删除该文件之前，此提示会一直出现。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Look for {path}: it was moved, renamed or deleted, or its disk is not there. Put it back and try again, or restore a backup.</source>
        <translation>请查找 {path}：它被移动、重命名或删除了，或者所在的磁盘不在。请把它放回原处再试，或者恢复一个备份。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Missing conversations and messages: {missing}. Restore a backup, or put the right file in the place of {path} and try again. If this is the right one, go on with it.</source>
        <translation>缺少的对话和消息：{missing}。请恢复备份，或将正确的文件放到 {path} 的位置后重试。如果这个文件就是正确的，请继续使用它。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>No message can be read in the damaged file.</source>
        <translation>损坏的文件中没有可读取的消息。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Put a backup in the place of {path}, or start a new history: the file is kept beside it.</source>
        <translation>请用备份替换 {path}，或开始新的历史记录：原文件会保留在旁边。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Restore a backup, or start with an empty history; {path} is kept beside it.</source>
        <translation>请恢复备份，或从空白历史开始；{path} 会保留在旁边。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The conversations cannot be saved to their file.</source>
        <translation>无法将对话保存到文件。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The conversations were last opened with a newer version of Aside.</source>
        <translation>这些对话上次由更新版本的 Aside 打开。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The disk is full, so the conversation cannot be saved.</source>
        <translation>磁盘已满，无法保存对话。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations holds less than the newest backup.</source>
        <translation>对话文件的内容少于最新的备份。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations is damaged.</source>
        <translation>对话文件已损坏。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations is not where it was.</source>
        <translation>保存对话的文件不在原来的位置。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>The file with the conversations was moved, deleted or replaced while Aside had it open.</source>
        <translation>保存对话的文件在 Aside 打开期间被移动、删除或替换了。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>There is no room for a backup of the conversations.</source>
        <translation>没有空间备份对话。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>This backup is damaged and cannot be restored.</source>
        <translation>此备份已损坏，无法恢复。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Try again when it is restored, or stop that. What you have typed is kept.</source>
        <translation>请在恢复完成后重试，或停止恢复。您输入的内容会保留。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>Update Aside, or move {path} away to start a new history. Nothing was changed.</source>
        <translation>请更新 Aside，或移走 {path} 以开始新的历史记录。未做任何更改。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>What Aside still had of it is among the backups. Restore that, or put {path} back and try again.</source>
        <translation>Aside 当时仍打开的内容已放入备份。请恢复它，或者把 {path} 放回原处再试。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>What came last is not saved yet.</source>
        <translation>最后的内容尚未保存。</translation>
    </message>
    <message>
        <location filename="app/history/errors.py"/>
        <source>What could not be saved when Aside was closed is kept in a file.</source>
        <translation>关闭 Aside 时未能保存的内容保存在一个文件中。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Check that the file may be used, and that its disk works and has room.</source>
        <translation>请确认文件可用，且其磁盘正常并有空间。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose a shorter name.</source>
        <translation>请选择较短的名称。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose an export of Aside, ChatGPT, Claude, Open WebUI, LM Studio or llama.cpp’s page, a chat of SillyTavern, or messages.jsonl of a thread in Jan; zips of these are read, too.</source>
        <translation>请选择 Aside、ChatGPT、Claude、Open WebUI、LM Studio 或 llama.cpp 网页的导出文件、SillyTavern 的聊天，或 Jan 中某个对话的 messages.jsonl；也可读取包含这些文件的 zip。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose another folder, or another disk.</source>
        <translation>请选择其他文件夹或其他磁盘。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Choose another folder, or connect its disk again.</source>
        <translation>请选择其他文件夹，或重新连接其磁盘。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Export the conversations again, and check that the file was copied as a whole.</source>
        <translation>请重新导出对话，并确认文件已完整复制。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Free some space there, or choose another place. What is in the window is not lost.</source>
        <translation>请在那里释放一些空间，或选择其他位置。窗口中的内容不会丢失。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>Leave that conversation out of the export.</source>
        <translation>请在导出时排除该对话。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>The file was not written: its name is too long.</source>
        <translation>文件未写入：名称太长。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>The folder for {name} is not there.</source>
        <translation>存放 {name} 的文件夹不存在。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>There is no room for {name} on that disk.</source>
        <translation>该磁盘上没有空间写入 {name}。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} cannot be read or written.</source>
        <translation>无法读取或写入 {name}。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} holds a conversation that is too large to import.</source>
        <translation>{name} 中有一个对话过大，无法导入。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} holds no conversations that Aside can read.</source>
        <translation>{name} 中没有 Aside 能读取的对话。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} is damaged, so nothing was imported.</source>
        <translation>{name} 已损坏，未导入任何内容。</translation>
    </message>
    <message>
        <location filename="app/history/exchange/errors.py"/>
        <source>{name} may not be written in that folder.</source>
        <translation>不能在该文件夹中写入 {name}。</translation>
    </message>
    <message>
        <location filename="app/history/reply_queries.py"/>
        <source>Aside was closed while this reply was being written.</source>
        <translation>生成此回复时 Aside 被关闭。</translation>
    </message>
    <message>
        <location filename="app/history/reply_queries.py"/>
        <source>This reply was still being written when the backup was made.</source>
        <translation>创建备份时，此回复仍在生成中。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/hub_address.py"/>
        <source>Open the model's page on the Hub, and copy its address from there.</source>
        <translation>请在 Hub 上打开该模型的页面，并从那里复制地址。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/hub_address.py"/>
        <source>This link names no model: {link}</source>
        <translation>此链接未指向任何模型：{link}</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Free for any use, also commercial; keep the notice.</source>
        <translation>可用于任何用途，包括商业用途；须保留声明。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Free for any use; what you build from it must stay under the same terms.</source>
        <translation>可用于任何用途；衍生作品须采用相同条款。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Free for most uses, also commercial, under the maker's conditions; read them first.</source>
        <translation>可用于大多数用途，包括商业用途，须遵守作者的条件；请先阅读。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>Not for commercial use.</source>
        <translation>不可用于商业用途。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/licence.py"/>
        <source>The maker names no licence that Aside knows; read the model's page before using it.</source>
        <translation>作者未注明 Aside 认识的许可证；使用前请阅读模型页面。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/model_page.py"/>
        <source>Download it without images, or choose the repository of a model that sees.</source>
        <translation>不含图片部分下载，或选择能看图片的模型的仓库。</translation>
    </message>
    <message>
        <location filename="app/hub/catalogue/model_page.py"/>
        <source>{repo} has no part that sees images (an mmproj file).</source>
        <translation>{repo} 没有查看图片的部分（mmproj 文件）。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Aside is set to stay offline.</source>
        <translation>Aside 已设置为保持离线。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Ask for access on {page} with the account that your access token belongs to.</source>
        <translation>请用访问令牌所属的账号在 {page} 申请访问。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Ask for access on {page}, then enter your access token (HF_TOKEN).</source>
        <translation>请在 {page} 申请访问，然后输入访问令牌 (HF_TOKEN)。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the internet connection and the name of the mirror, if you set one.</source>
        <translation>请检查网络连接，以及所设镜像站的名称。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the internet connection, and the proxy if you use one.</source>
        <translation>请检查网络连接和所用的代理。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the mirror in the settings, and whether this network wants you to log in first.</source>
        <translation>请检查设置中的镜像站，以及此网络是否要求先登录。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the name; for a private model, enter an access token from {page}.</source>
        <translation>请检查名称；私有模型请输入来自 {page} 的访问令牌。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the proxy in the settings; it must begin with http:// and may need a name and password.</source>
        <translation>请检查设置中的代理；必须以 http:// 开头，可能需要用户名和密码。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check the spelling, or search: aside models search. A private model needs an access token.</source>
        <translation>请检查拼写或搜索：aside models search。私有模型需要访问令牌。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check this computer's date and time. In a company network, its certificate must be installed.</source>
        <translation>请检查电脑的日期和时间。在公司网络中必须安装其证书。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Check whether your network blocks it, and whether your access token has the right to read.</source>
        <translation>请检查网络是否屏蔽了它，以及访问令牌是否有读取权限。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Choose another file; this one is probably damaged.</source>
        <translation>请选择其他文件；此文件可能已损坏。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Copy it again from the Hub and enter it anew; it begins with hf_.</source>
        <translation>请从 Hub 重新复制并输入；它以 hf_ 开头。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Copy it again from the Hub into the variable {variable}; it begins with hf_.</source>
        <translation>请从 Hub 重新复制到变量 {variable}；它以 hf_ 开头。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct it in the settings; it must begin with http://.</source>
        <translation>请在设置中更正；它必须以 http:// 开头。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the mirror in the settings; the address begins with https://.</source>
        <translation>请在设置中更正镜像；地址以 https:// 开头。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the variable {variable}, or remove it; the address begins with https://.</source>
        <translation>请更正或移除变量 {variable}；地址以 https:// 开头。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the variables HTTPS_PROXY and ALL_PROXY; they must begin with http://.</source>
        <translation>请更正变量 HTTPS_PROXY 和 ALL_PROXY；它们必须以 http:// 开头。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Correct the variables SSL_CERT_FILE and SSL_CERT_DIR, or remove them.</source>
        <translation>请更正或移除变量 SSL_CERT_FILE 和 SSL_CERT_DIR。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Do not use this repository; report it to the Hub.</source>
        <translation>请勿使用此仓库；请向 Hub 举报。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>It has no GGUF model files. Look for a repository whose name ends in GGUF.</source>
        <translation>其中没有 GGUF 模型文件。请查找名称以 GGUF 结尾的仓库。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>It has: {available}.</source>
        <translation>可用的有：{available}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Name one of them: {files}.</source>
        <translation>请指定其中之一：{files}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Nothing has come from {host} for {timeout}.</source>
        <translation>{host} 已有 {timeout} 没有响应。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>See its files with: aside models files {repo}</source>
        <translation>查看文件：aside models files {repo}</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Several files of {repo} are “{wanted}”.</source>
        <translation>{repo} 中有多个文件符合“{wanted}”。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Start the download again to get the new file.</source>
        <translation>请重新开始下载以获取新文件。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Switch “Stay offline” off in the settings to search and download.</source>
        <translation>请在设置中关闭“保持离线”以搜索和下载。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The Hub asks who you are before it shows {repo}.</source>
        <translation>Hub 需要先确认您的身份才会显示 {repo}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The access token for {host} holds characters that no token has.</source>
        <translation>{host} 的访问令牌包含令牌中不会出现的字符。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The address of {host} could not be found.</source>
        <translation>找不到 {host} 的地址。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The certificate of {host} is not trusted, so nothing was sent or read.</source>
        <translation>{host} 的证书不受信任，因此未发送或读取任何内容。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The certificates that this computer trusts cannot be read.</source>
        <translation>无法读取这台电脑信任的证书。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The connection to {host} broke off.</source>
        <translation>与 {host} 的连接中断。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The description at the start of {file} does not end within {read}.</source>
        <translation>{file} 开头的描述在 {read} 内没有结束。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The file name {file} is not safe to write.</source>
        <translation>文件名 {file} 写入不安全。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The file on the server is not the one it announces. Try again later or choose another file.</source>
        <translation>服务器上的文件与其声明的不符。请稍后重试，或选择其他文件。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The proxy that is set is of a kind that Aside cannot use.</source>
        <translation>所设代理的类型 Aside 无法使用。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The proxy {proxy} did not let the connection through.</source>
        <translation>代理 {proxy} 不允许此连接通过。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The server does not allow access to {what}.</source>
        <translation>服务器不允许访问 {what}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>The server does not have the part of {file} that was asked for.</source>
        <translation>服务器没有所请求的 {file} 部分。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>There is no model {repo} on the Hub.</source>
        <translation>Hub 上没有模型 {repo}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Try again; if it stays, try without the proxy or mirror.</source>
        <translation>请重试；如仍如此，请不用代理或镜像站再试。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Try again; what has arrived is kept.</source>
        <translation>请重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Try another network or without a mirror; if it stays, tell the model's maker.</source>
        <translation>请换用其他网络或不用镜像站；如仍如此，请告知模型作者。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Wait a while, then try again; what has arrived is kept.</source>
        <translation>请稍等后重试；已下载的内容会保留。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Wait for it, or stop it there.</source>
        <translation>请等待，或在那边停止。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>Wait, then try again. With an access token more requests are allowed.</source>
        <translation>请等待后重试。使用访问令牌可发送更多请求。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>What arrived as {file} is not the file that was published, so it was deleted.</source>
        <translation>收到的 {file} 与公布的文件不符，已删除。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{file} changed on the Hub during the download.</source>
        <translation>下载期间 {file} 在 Hub 上已更改。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{file} is already being downloaded by another Aside (process {pid}).</source>
        <translation>另一个 Aside 正在下载 {file}（进程 {pid}）。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} answered something that makes no sense.</source>
        <translation>{host} 的响应无法理解。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} cannot be reached.</source>
        <translation>无法连接 {host}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} does not accept the download's address any more.</source>
        <translation>{host} 不再接受此下载地址。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} has a problem of its own (status {status}).</source>
        <translation>{host} 自身出现问题（状态 {status}）。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host} received too many requests from this network and asks to wait {wait}.</source>
        <translation>{host} 收到来自此网络的请求过多，要求等待 {wait}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{host}, or something on the way, does not send the bytes that were asked for.</source>
        <translation>{host} 或途中环节没有发送所请求的数据。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} has no file {file}.</source>
        <translation>{repo} 没有文件 {file}。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} has no model to download.</source>
        <translation>{repo} 没有可下载的模型。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} has no “{wanted}”.</source>
        <translation>{repo} 没有“{wanted}”。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>{repo} is gated: its maker decides who may download it.</source>
        <translation>{repo} 需申请访问：由作者决定谁可以下载。</translation>
    </message>
    <message>
        <location filename="app/hub/connection/errors.py"/>
        <source>“{endpoint}” is no address of a Hub.</source>
        <translation>“{endpoint}”不是 Hub 的地址。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Cannot be reached now: {names}.</source>
        <translation>目前无法访问：{names}。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Check that you may read it and that its disk works.</source>
        <translation>请确认可以读取，且磁盘正常。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Check the path; if the file is on another disk, connect it.</source>
        <translation>请检查路径；如果文件在其他磁盘上，请连接该磁盘。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Choose a name that no other model has.</source>
        <translation>请选择其他模型未使用的名称。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Connect its disk and start Aside again, or choose another model.</source>
        <translation>请连接其所在磁盘并重新启动 Aside，或选择其他模型。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Connect the disk that the files are on, or check that you may read them.</source>
        <translation>请连接存放这些文件的磁盘，或检查您是否有读取权限。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Did you mean {close_matches}?</source>
        <translation>您是指 {close_matches} 吗？</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Get the file again, or remove the model with: aside models remove.</source>
        <translation>请重新获取文件，或移除模型：aside models remove。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>It is small; simply choose another model.</source>
        <translation>它本来就小；直接选择其他模型即可。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>No model can be renamed to “{name}”.</source>
        <translation>模型不能重命名为“{name}”。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Not sound: {names}.</source>
        <translation>有问题的有：{names}。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Put the missing files beside the others: {missing}.</source>
        <translation>请将缺失的文件放到其他文件旁：{missing}。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>See the names with: aside models list. A file is named by its path.</source>
        <translation>查看名称：aside models list。文件用路径指定。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>The list of models cannot be saved.</source>
        <translation>无法保存模型列表。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>The model {name} that was used last is not there now.</source>
        <translation>上次使用的模型 {name} 现在不在。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>There is no model “{name}” on this computer.</source>
        <translation>这台电脑上没有模型“{name}”。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Unload the model, close programs that use the file, and check that you may delete it.</source>
        <translation>请卸载模型、关闭使用该文件的程序，并确认有权删除。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>Use one of these names: {matches}.</source>
        <translation>请使用以下名称之一：{matches}。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>{path} cannot be deleted.</source>
        <translation>无法删除 {path}。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>{path} cannot be read.</source>
        <translation>无法读取 {path}。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>“{name}” belongs to Aside and cannot be removed.</source>
        <translation>“{name}”属于 Aside，无法移除。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>“{name}” is incomplete.</source>
        <translation>“{name}”不完整。</translation>
    </message>
    <message>
        <location filename="app/hub/library/errors.py"/>
        <source>“{name}” may mean several models.</source>
        <translation>“{name}”可能指多个模型。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Allow writing there, or choose another models folder in the settings.</source>
        <translation>请允许在该处写入，或在设置中选择其他模型文件夹。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Check the disk, or choose another models folder in the settings.</source>
        <translation>请检查磁盘，或在设置中选择其他模型文件夹。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Choose a models folder on another disk, or a smaller or divided file.</source>
        <translation>请选择其他磁盘上的模型文件夹，或更小的、分片的文件。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Choose a models folder with a shorter path in the settings.</source>
        <translation>请在设置中选择路径更短的模型文件夹。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Connect it again and continue the download.</source>
        <translation>请重新连接并继续下载。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Free some space, remove models you do not use, or move the models folder.</source>
        <translation>请腾出空间、移除不用的模型，或移动模型文件夹。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>Nothing can be written in {folder}.</source>
        <translation>无法写入 {folder}。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The disk of {folder} cannot hold a file of {size}: its format (FAT32) ends at 4.3 GB.</source>
        <translation>{folder} 所在磁盘无法容纳 {size} 的文件：其格式 (FAT32) 上限为 4.3 GB。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The disk of {folder} is full.</source>
        <translation>{folder} 所在磁盘已满。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The disk of {folder} is not there any more.</source>
        <translation>{folder} 所在磁盘已不存在。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The downloads need {needed} on the disk of {folder}, and {spare} should stay free; {free} are free.</source>
        <translation>下载需要 {folder} 所在磁盘上的 {needed}，并应保留 {spare} 可用；当前可用 {free}。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The downloads need {needed} on the disk of {folder}; {free} are free.</source>
        <translation>下载需要 {folder} 所在磁盘上的 {needed}；可用 {free}。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>The path of {file} is too long for this system ({length} characters).</source>
        <translation>{file} 的路径对此系统而言过长（{length} 个字符）。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/disk.py"/>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/download_queue.py"/>
        <source>The download failed for an unknown reason.</source>
        <translation>下载失败，原因不明。</translation>
    </message>
    <message>
        <location filename="app/hub/transfer/download_queue.py"/>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: an internal check of llama.cpp failed.</source>
        <translation>引擎意外停止：llama.cpp 的内部检查失败。</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: it accessed memory that it must not.</source>
        <translation>引擎意外停止：访问了不允许的内存。</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: it was ended from outside, often because memory ran out.</source>
        <translation>引擎意外停止：被外部结束，通常是因为内存不足。</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: it was ended from outside.</source>
        <translation>引擎意外停止：被外部结束。</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: the model file could not be read any further.</source>
        <translation>引擎意外停止：无法继续读取模型文件。</translation>
    </message>
    <message>
        <location filename="app/inference/client.py"/>
        <source>The engine stopped unexpectedly: this processor lacks an instruction that it needs.</source>
        <translation>引擎意外停止：此处理器缺少所需的指令。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a fifth of the time.</source>
        <translation>起草节省了约五分之一的时间。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a quarter of the time.</source>
        <translation>起草节省了约四分之一的时间。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a tenth of the time.</source>
        <translation>起草节省了约十分之一的时间。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about a third of the time.</source>
        <translation>起草节省了约三分之一的时间。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about half of the time.</source>
        <translation>起草节省了约一半的时间。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about three quarters of the time.</source>
        <translation>起草节省了约四分之三的时间。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Drafting saved about two thirds of the time.</source>
        <translation>起草节省了约三分之二的时间。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>Nothing in this prompt depends on it.</source>
        <translation>此提示词不受其影响。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>This is what the template does by itself; with “{other}”, {changes}.</source>
        <translation>模板本来就是这样；若为“{other}”，则{changes}。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>This model has no such switch: nothing in the prompt depends on it.</source>
        <translation>此模型没有这样的开关：提示词不受其影响。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>This model has no such switch: the budget is kept by Aside.</source>
        <translation>此模型没有这样的开关：预算由 Aside 控制。</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>at the beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>at the end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>in the middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” stands {place}</source>
        <translation>{place}有“{added}”</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” stands {place} instead of “{removed}”</source>
        <translation>{place}是“{added}”，而不是“{removed}”</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” would stand {place}</source>
        <translation>{place}会有“{added}”</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{added}” would stand {place} instead of “{removed}”</source>
        <translation>{place}会是“{added}”，而不是“{removed}”</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{removed}” is left out {place}</source>
        <translation>{place}省略了“{removed}”</translation>
    </message>
    <message>
        <location filename="app/inference/control_words.py"/>
        <source>“{removed}” would be left out {place}</source>
        <translation>{place}会省略“{removed}”</translation>
    </message>
    <message>
        <location filename="app/inference/device_failure.py"/>
        <source>The engine stopped while it loaded the model on {device}, so the model runs on the processor.</source>
        <translation>引擎在 {device} 上加载模型时停止，因此模型在处理器上运行。</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>Choose a smaller model of the same family, or draft without a model.</source>
        <translation>请选择同系列更小的模型，或不用模型起草。</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>Choose an ordinary model of the same family, or draft without a model.</source>
        <translation>请选择同系列的普通模型，或不用模型起草。</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>No draft model is chosen.</source>
        <translation>未选择草稿模型。</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} cannot draft for {name}: their vocabularies differ.</source>
        <translation>{draft} 不能为 {name} 起草：它们的词表不同。</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} cannot draft: its kind of memory cannot take back what turns out wrong.</source>
        <translation>{draft} 不能起草：其记忆类型无法撤回错误内容。</translation>
    </message>
    <message>
        <location filename="app/inference/draft_errors.py"/>
        <source>{draft} does not draft for this model: {reason}</source>
        <translation>{draft} 不为此模型起草：{reason}</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>A cache of the type {cache_type} needs flash attention.</source>
        <translation>{cache_type} 类型的缓存需要 Flash Attention。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Ask again; if it happens again, try a shorter context.</source>
        <translation>请重新提问；如再次发生，请尝试更短的上下文。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Ask again; the model loads anew.</source>
        <translation>请重新提问；模型会重新加载。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Check that you may read it and that the drive works.</source>
        <translation>请确认可以读取，且驱动器正常。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Choose a shorter context or a smaller quantization.</source>
        <translation>请选择更短的上下文或更小的量化。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs and try again, or reinstall Aside.</source>
        <translation>请关闭其他程序后重试，或重新安装 Aside。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs or choose a shorter context; the conversation is kept, ask again.</source>
        <translation>请关闭其他程序或选择更短的上下文；对话已保留，请重新提问。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Close other programs that use the graphics card, or choose a shorter context or fewer layers on it, and ask again.</source>
        <translation>请关闭其他占用显卡的程序，或选择更短的上下文、减少显卡上的层数，然后重新提问。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Connect the drive it lies on, or open the file at its new place.</source>
        <translation>请连接其所在的驱动器，或在新位置打开文件。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Download it again, or choose another model.</source>
        <translation>请重新下载，或选择其他模型。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>It has: {levels}.</source>
        <translation>它支持：{levels}。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Leave flash attention on automatic, or choose f16 for the cache.</source>
        <translation>请将 Flash Attention 保持为自动，或为缓存选择 f16。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Look for an update of Aside, or choose another model.</source>
        <translation>请寻找 Aside 的更新，或选择其他模型。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Make it shorter; the thought goes on as before.</source>
        <translation>请缩短；思考照常继续。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Memory ran out while the model was computing.</source>
        <translation>模型计算时内存不足。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>No model is loaded.</source>
        <translation>未加载模型。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Please report this with its details. You can ask again.</source>
        <translation>请附上详细信息报告。您可以继续提问。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Shorten the question, start a new conversation, or load the model with a larger context.</source>
        <translation>请缩短问题、开始新对话，或以更大的上下文加载模型。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The architecture “{architecture}” is newer than this version of Aside, or made for another program.</source>
        <translation>架构“{architecture}”比当前的 Aside 更新，或属于其他程序。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The conversation needs {prompt_tokens} tokens, and the context holds {context}.</source>
        <translation>对话需要 {prompt_tokens} token，而上下文只有 {context}。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine could not be started.</source>
        <translation>无法启动引擎。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine failed in a way that was not foreseen: {what}.</source>
        <translation>引擎发生意外故障：{what}。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine gave no sign of life for {seconds} seconds and was ended.</source>
        <translation>引擎已有 {seconds} 秒没有响应，已被结束。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine stopped unexpectedly.</source>
        <translation>引擎意外停止。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The engine stopped while it computed on {device}: its memory may have run out.</source>
        <translation>引擎在 {device} 上计算时停止：可能是其内存不足。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The hint needs {nudge_tokens} tokens, and {left_tokens} are left of the context.</source>
        <translation>提示需要 {nudge_tokens} token，而上下文只剩 {left_tokens}。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model file {path} cannot be read.</source>
        <translation>无法读取模型文件 {path}。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model file {path} is not there any more.</source>
        <translation>模型文件 {path} 已不存在。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model's chat template did not finish within {seconds} seconds and was stopped.</source>
        <translation>模型的聊天模板在 {seconds} 秒内未完成，已停止。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>The model's chat template failed: {reason}</source>
        <translation>模型的聊天模板出错：{reason}</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>There is not enough memory for a context of {context} tokens.</source>
        <translation>内存不足以容纳 {context} token 的上下文。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>There is not enough memory to load {name}.</source>
        <translation>内存不足，无法加载 {name}。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>This model has no thinking level “{level}”.</source>
        <translation>此模型没有思考级别“{level}”。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Use another copy of this model; its template is broken or of an unknown kind.</source>
        <translation>请使用此模型的其他副本；其模板有误或类型未知。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>Use another copy of this model; its template is broken.</source>
        <translation>请使用此模型的其他副本；其模板有误。</translation>
    </message>
    <message>
        <location filename="app/inference/errors.py"/>
        <source>{name} could not be loaded; the file may be damaged or of an unknown kind.</source>
        <translation>无法加载 {name}；文件可能已损坏或类型未知。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Choose a model that is marked “sees images”, put its mmproj file beside this one, or take the images out.</source>
        <translation>请选择标有“能看图片”的模型，将其 mmproj 文件放在旁边，或移除图片。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Download the model's mmproj file again, or a newer one; the rest of the model works.</source>
        <translation>请重新下载模型的 mmproj 文件或更新的版本；模型的其余部分可用。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Download the model's mmproj file again, or leave it out.</source>
        <translation>请重新下载模型的 mmproj 文件，或不使用它。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Images cannot be shown to this model: {reason}</source>
        <translation>无法向此模型展示图片：{reason}</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Save it as PNG or JPEG, or make it smaller or less narrow, and send that.</source>
        <translation>请另存为 PNG 或 JPEG，或将其缩小、改得不那么狭长后再发送。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Set “Prompt tokens at once” to {tokens} or more in the settings, or send a smaller image.</source>
        <translation>请在设置中将“每次读取的提示词 token 数”设为 {tokens} 或更多，或发送更小的图片。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Take the mmproj file from the repository that the model comes from.</source>
        <translation>请使用模型所在仓库中的 mmproj 文件。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>The model could not look at {image}.</source>
        <translation>模型无法查看 {image}。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>The part that sees images, {part}, is not there.</source>
        <translation>用于查看图片的部分 {part} 不存在。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>This build of the engine has no part for images.</source>
        <translation>此引擎版本没有处理图片的部分。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>Update Aside. Everything but images works.</source>
        <translation>请更新 Aside。除图片外一切可用。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{image} takes {tokens} tokens that must be read at once; {batch} can be.</source>
        <translation>{image} 占用 {tokens} token，必须一次读入；最多可读 {batch}。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{name} cannot look at images.</source>
        <translation>{name} 无法查看图片。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{part} could not be loaded, so no images can be shown.</source>
        <translation>无法加载 {part}，因此无法展示图片。</translation>
    </message>
    <message>
        <location filename="app/inference/image_errors.py"/>
        <source>{part} does not belong to {name}: what it sees has another form than the model reads.</source>
        <translation>{part} 不属于 {name}：它输出的形式与模型读取的不同。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Memory ran out while loading, so prompts are read {batch} tokens at a time, which is slower.</source>
        <translation>加载时内存不足，因此每次读取 {batch} token 的提示词，速度较慢。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Memory ran out while loading, so the context is {context} tokens.</source>
        <translation>加载时内存不足，因此上下文为 {context} token。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>The cache of this model cannot be stored as {wanted}; it is stored as {used}.</source>
        <translation>此模型的缓存不能存储为 {wanted}；已存储为 {used}。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>There is no room for this model on {device}, so it runs on the processor.</source>
        <translation>{device} 上没有空间容纳此模型，因此在处理器上运行。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>This file lacks its model's chat template, so the model is asked in the most common way and may answer oddly.</source>
        <translation>此文件缺少其模型的聊天模板，因此按最常见的方式提问，回答可能不太正常。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>This is a base model: it goes on with your text instead of answering. Instruct models answer.</source>
        <translation>这是基础模型：它会续写您的文本，而不是回答。指令模型（Instruct）才会回答。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Video memory ran out while loading, so only {layers} of {total} layers are on the graphics device.</source>
        <translation>加载时显存不足，因此 {total} 层中只有 {layers} 层在图形设备上。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Video memory ran out while loading, so the model runs on the processor.</source>
        <translation>加载时显存不足，因此模型在处理器上运行。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/load_notes.py"/>
        <source>Video memory ran out while loading, so the model's experts stay in the computer's memory.</source>
        <translation>加载时显存不足，因此模型的专家保留在内存中。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/packs_in_use.py"/>
        <source>The engine pack {name} does not work here ({reason}), so the processor computes.</source>
        <translation>引擎包 {name} 在此不可用 ({reason})，改由处理器计算。</translation>
    </message>
    <message>
        <location filename="app/inference/llama/loading/packs_in_use.py"/>
        <source>{file} of the engine pack {name} is not what was installed, so the pack is not loaded and the processor computes.</source>
        <translation>引擎包 {name} 中的 {file} 与安装时不同，因此不加载该引擎包，改由处理器计算。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>A pack is a program: install it with --trust only if you built it yourself.</source>
        <translation>引擎包是程序：只有自己构建的才可用 --trust 安装。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Download it again from the place where you got Aside.</source>
        <translation>请从获取 Aside 的地方重新下载。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Download the pack again. Nothing was installed.</source>
        <translation>请重新下载引擎包。未安装任何内容。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Free some space there, or check that you may write there, and install it again.</source>
        <translation>请在该处腾出空间或确认可以写入，然后重新安装。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Get the newest pack from the place where you got Aside.</source>
        <translation>请从获取 Aside 的地方取得最新的引擎包。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>Get the pack that belongs to your version of Aside and your system.</source>
        <translation>请获取与您的 Aside 版本和系统相符的引擎包。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>See: aside engine list</source>
        <translation>参见：aside engine list</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>The pack could not be unpacked into {folder}; it needs {size}.</source>
        <translation>无法将引擎包解压到 {folder}；需要 {size}。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>The pack {name} that is installed is newer: it was made on {installed}, this one on {made}.</source>
        <translation>已安装的引擎包 {name} 更新：它制作于 {installed}，而这个制作于 {made}。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>There is no engine pack named {name}.</source>
        <translation>没有名为 {name} 的引擎包。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack could be installed until {day}; there is a newer one by now.</source>
        <translation>此引擎包的安装期限为 {day}，现在已有更新的版本。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack is for {made_for}; this Aside needs one for {needed}.</source>
        <translation>此引擎包适用于 {made_for}；当前 Aside 需要 {needed} 的包。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>This pack is not signed by the makers of Aside.</source>
        <translation>此引擎包未经 Aside 开发者签名。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>To go back to the older one, remove the newer one first: aside engine remove {name}</source>
        <translation>若要退回旧版本，请先移除新版本：aside engine remove {name}</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>{file} in this pack is damaged or was changed.</source>
        <translation>此引擎包中的 {file} 已损坏或被更改。</translation>
    </message>
    <message>
        <location filename="app/inference/packs/errors.py"/>
        <source>{file} is not an engine pack, or it is incomplete.</source>
        <translation>{file} 不是引擎包，或不完整。</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>fits in memory, slow</source>
        <translation>内存放得下，慢</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>fits on GPU</source>
        <translation>GPU 放得下</translation>
    </message>
    <message>
        <location filename="app/model_choice/model_fit.py"/>
        <source>fits, partly on GPU</source>
        <translation>放得下，部分在 GPU</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;mm:think&gt; tags</source>
        <translation>&lt;mm:think&gt; 标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;seed:think&gt; tags</source>
        <translation>&lt;seed:think&gt; 标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags</source>
        <translation>&lt;think&gt; 标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags with a suffix</source>
        <translation>带后缀的 &lt;think&gt; 标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;think&gt; tags, and tags around the answer</source>
        <translation>&lt;think&gt; 标签，回答也带标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;thought&gt; tags</source>
        <translation>&lt;thought&gt; 标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;unused94&gt; and &lt;unused95&gt; around the thought</source>
        <translation>思考内容位于 &lt;unused94&gt; 与 &lt;unused95&gt; 之间</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;|START_THINKING|&gt; control tokens</source>
        <translation>&lt;|START_THINKING|&gt; 控制 token</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>&lt;|inner_prefix|&gt; control tokens</source>
        <translation>&lt;|inner_prefix|&gt; 控制 token</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>[THINK] control tokens</source>
        <translation>[THINK] 控制 token</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>a think message before the content message</source>
        <translation>content 消息之前的 think 消息</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>a thought channel</source>
        <translation>thought 通道</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>an analysis channel beside the final one</source>
        <translation>final 通道旁的 analysis 通道</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>messages of the model to itself</source>
        <translation>模型写给自己的消息</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>no thinking</source>
        <translation>不思考</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>the phrases “Here is my thought process:” and “Here is my response:”</source>
        <translation>短语 “Here is my thought process:” 和 “Here is my response:”</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>think and response sections</source>
        <translation>think 和 response 段落</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>thinking up to [BEGIN FINAL RESPONSE]</source>
        <translation>思考到 [BEGIN FINAL RESPONSE] 为止</translation>
    </message>
    <message>
        <location filename="app/reasoning/known_formats.py"/>
        <source>◁think▷ tags</source>
        <translation>◁think▷ 标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/spelled_tags.py"/>
        <source>tags of its own around the thought</source>
        <translation>思考内容使用自有的标签</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Another way</source>
        <translation>另一思路</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Back to an idea</source>
        <translation>回到先前的想法</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Case</source>
        <translation>情形</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Check</source>
        <translation>检验</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Doubt</source>
        <translation>怀疑</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Failed check</source>
        <translation>检验未通过</translation>
    </message>
    <message>
        <location filename="app/reasoning/trace_steps.py"/>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A mirror must be reached over https://, so that nobody on the way can change a model.</source>
        <translation>镜像站必须通过 https:// 访问，以免途中有人篡改模型。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A mirror's address cannot hold a password.</source>
        <translation>镜像站地址不能包含密码。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>A server's address cannot hold a password.</source>
        <translation>服务器的地址不能含有密码。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an HTTP proxy, such as http://proxy.example.org:3128.</source>
        <translation>请输入 HTTP 代理，例如 http://proxy.example.org:3128。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as http://192.168.1.20:8080.</source>
        <translation>请输入类似 http://192.168.1.20:8080 的地址。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as http://proxy.example.org:3128.</source>
        <translation>请输入地址，例如 http://proxy.example.org:3128。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as https://example.org.</source>
        <translation>请输入地址，例如 https://example.org。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Enter an address such as https://hub.example.org.</source>
        <translation>请输入地址，例如 https://hub.example.org。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Leave out what stands before the @.</source>
        <translation>请去掉 @ 前面的内容。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Leave out what stands before the @; a key is given apart.</source>
        <translation>请去掉 @ 之前的部分；密钥另行给出。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>Only a mirror on this computer may begin with http://.</source>
        <translation>只有这台电脑上的镜像站可以用 http:// 开头。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>SOCKS proxies cannot be used.</source>
        <translation>不能使用 SOCKS 代理。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not an address.</source>
        <translation>这不是地址。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a mirror.</source>
        <translation>这不是镜像站地址。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a proxy.</source>
        <translation>这不是代理地址。</translation>
    </message>
    <message>
        <location filename="app/settings/addresses.py"/>
        <source>This is not the address of a server.</source>
        <translation>这不是服务器的地址。</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>Choose a value in the range shown beside it.</source>
        <translation>请选择旁边所示范围内的值。</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>Look through your settings. The file as it was: {path}</source>
        <translation>请检查您的设置。原来的文件：{path}</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The comments in your settings file are not kept when it is saved.</source>
        <translation>保存时不会保留设置文件中的注释。</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The file as it was: {path}</source>
        <translation>原来的文件：{path}</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The settings cannot be saved.</source>
        <translation>无法保存设置。</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The settings could not be read as a whole, so “Stay offline” is on.</source>
        <translation>无法完整读取设置，因此“保持离线”已开启。</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>The settings could not be read as a whole.</source>
        <translation>无法完整读取设置。</translation>
    </message>
    <message>
        <location filename="app/settings/errors.py"/>
        <source>“{label}” cannot have this value.</source>
        <translation>“{label}”不能取此值。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A notification, if it took more than 20 seconds and I am in another window.</source>
        <translation>耗时超过 20 秒且我正在使用其他窗口时发送通知。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A quarter (q4_0)</source>
        <translation>四分之一 (q4_0)</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>A soft pulse shows that a reply is being written, and the text cursor blinks.</source>
        <translation>柔和的脉动表示正在生成回复，文本光标会闪烁。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Above 1, words that were just used become less likely; it harms long thoughts and code.</source>
        <translation>大于 1 时刚用过的词变得不太可能；会损害长思考和代码。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Address of a mirror, beginning with https://; empty for the Hub itself.</source>
        <translation>镜像站地址，以 https:// 开头；留空表示使用 Hub 本身。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Address of a proxy, beginning with http://; empty for the system's.</source>
        <translation>代理地址，以 http:// 开头；留空表示使用系统代理。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>After a thought the answer begins by itself, an answer stops; otherwise that is offered.</source>
        <translation>思考之后自动开始回答，回答则会停止；否则会提供相应选项。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>All of one width</source>
        <translation>等宽</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Answer one conversation at a time</source>
        <translation>一次只回答一个对话</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As fits</source>
        <translation>按可用空间</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As much of a model as fits is put on the graphics card, which is faster.</source>
        <translation>尽量将模型放入显卡，速度更快。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the model sees fit</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>As the window</source>
        <translation>与窗口同宽</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Asks once a day, without saying who asks; only in copies made by the project.</source>
        <translation>每天查询一次，不透露身份；仅限项目发布的版本。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>At most so many work on a reply; 0 is one for each core.</source>
        <translation>最多这么多线程参与生成回复；0 表示每个核心一个。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Brings the window forward, where the desktop has a tray.</source>
        <translation>在有系统托盘的桌面上，可将窗口置于最前。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>By the draft model</source>
        <translation>由草稿模型</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Choose among so many likeliest words; 0 for all.</source>
        <translation>在这么多个最可能的词中选择；0 表示全部。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Choose among the likeliest words that together have this probability; 1 for all.</source>
        <translation>在累计达到此概率的最可能词中选择；1 表示全部。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Connect to nothing but servers on this computer, not even for searches and downloads.</source>
        <translation>除本机上的服务器外不建立任何连接，包括搜索和下载。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Download speed limit</source>
        <translation>下载速度限制</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Downloads at once</source>
        <translation>同时下载数</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Draft ahead</source>
        <translation>提前起草</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Draft model</source>
        <translation>草稿模型</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>End what goes round in circles</source>
        <translation>结束原地打转的内容</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Flash attention</source>
        <translation>Flash Attention</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Font of answers</source>
        <translation>回答的字体</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>From all there is</source>
        <translation>利用一切可用内容</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>From the conversation</source>
        <translation>根据对话</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Full (f16)</source>
        <translation>完整 (f16)</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Guessed words are checked together: the same replies, sooner, where it pays.</source>
        <translation>猜测的词会一起校验：回复不变，值得时更快。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Half (q8_0)</source>
        <translation>一半 (q8_0)</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How freely words are chosen: low is sober, high is playful; 0 always takes the likeliest.</source>
        <translation>选词的自由程度：低则稳重，高则活泼；0 总是取最可能的词。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How many models are downloaded at the same time.</source>
        <translation>同时下载多少个模型。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How much room there is between the things in the window.</source>
        <translation>窗口中各元素之间的间距。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How much the model thinks; one that lacks the level goes by its own.</source>
        <translation>模型思考的程度；没有该级别的模型按自身默认。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>How wide questions and answers are, where the window has the room.</source>
        <translation>在窗口空间足够时，问题和回答的宽度。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Icon in the system tray</source>
        <translation>系统托盘图标</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>In new conversations a thought ends after so many seconds; 0 for no limit.</source>
        <translation>新对话中思考在这么多秒后结束；0 表示不限。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>In new conversations a thought ends after so many tokens; 0 for no limit.</source>
        <translation>新对话中思考在这么多 token 后结束；0 表示不限。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Inter</source>
        <translation>Inter</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keep everything of models with a sliding window</source>
        <translation>滑动窗口模型保留全部内容</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keep how sure the model was of each word</source>
        <translation>保留模型对每个词的把握程度</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keep the computer awake during a reply</source>
        <translation>生成回复时保持电脑唤醒</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Keys of actions</source>
        <translation>操作的按键</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Kilobytes per second for all downloads together; 0 for no limit.</source>
        <translation>所有下载合计的每秒千字节数；0 表示不限。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Leave out words less likely than this share of the likeliest; 0 for none.</source>
        <translation>排除概率低于最可能词这一比例的词；0 表示不排除。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Light, dark, or as the system.</source>
        <translation>浅色、深色或跟随系统。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Look at images</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Minutes without a question until the model's memory is given back; 0 for never.</source>
        <translation>多少分钟没有提问后释放模型内存；0 表示从不。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Mirror of the Hub</source>
        <translation>Hub 镜像站</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Models folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Models found there are used where they lie and never changed.</source>
        <translation>在那里找到的模型会就地使用，绝不更改。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>More folders with models</source>
        <translation>更多模型文件夹</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>More reads long questions faster and takes more memory; 0 is the usual 512.</source>
        <translation>数值越大读长问题越快，但占用更多内存；0 表示常用的 512。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Of the window; replies are in the language that you write in.</source>
        <translation>窗口的语言；回复使用您书写的语言。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Off saves memory with models such as Gemma; going back in a conversation reads more.</source>
        <translation>关闭可为 Gemma 等模型节省内存；在对话中回退时需重新读取更多内容。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>One for each core</source>
        <translation>每个核心一个</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Other questions wait until it is their turn; each reply is as fast as can be.</source>
        <translation>其他问题排队等候；每个回答都尽可能快。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Path of a smaller model of the same family that drafts; empty for none.</source>
        <translation>用于起草的同系列小模型的路径；留空表示不用。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Percent of the free context that no thought can use up.</source>
        <translation>任何思考都不能占用的剩余上下文百分比。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Press a shortcut's button, then the keys that you want for it.</source>
        <translation>按下快捷键的按钮，再按想要的按键。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Processor threads</source>
        <translation>处理器线程数</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Prompt tokens at once</source>
        <translation>每次读取的提示词 token 数</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Read along while I type</source>
        <translation>边输入边读取</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Repeat penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Room for conversations' caches</source>
        <translation>对话缓存空间</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Room kept for the answer</source>
        <translation>为回答预留的空间</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Saves memory and time; switch it off only if a model writes nonsense.</source>
        <translation>节省内存和时间；仅当模型输出乱码时才关闭。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Size of all text, in percent of the usual size.</source>
        <translation>所有文字的大小，以常规大小的百分比计。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Sleep is held off while a reply is being written, and only then.</source>
        <translation>仅在生成回复期间阻止睡眠。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Stay offline</source>
        <translation>保持离线</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Storage of the cache</source>
        <translation>缓存的存储方式</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tell me of new versions</source>
        <translation>有新版本时通知我</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tell me when a long answer is finished</source>
        <translation>长回答完成时通知我</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The letters of answers and thoughts; code keeps its own.</source>
        <translation>回答和思考的字体；代码保持自己的字体。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The model names a new conversation in an idle moment; otherwise its question does.</source>
        <translation>模型在空闲时为新对话命名；否则以问题命名。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The model reads a long question before it is sent, so that it answers sooner.</source>
        <translation>模型在发送前就读取长问题，从而更快回答。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The part of a model that sees images is loaded with it, if there is one; it takes memory.</source>
        <translation>若模型有查看图片的部分，则一并加载；会占用内存。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>The system's</source>
        <translation>系统字体</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking in new conversations</source>
        <translation>新对话中的思考</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking limit in seconds</source>
        <translation>思考限制（秒）</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Thinking limit in tokens</source>
        <translation>思考限制 (token)</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Titles by the model</source>
        <translation>由模型拟标题</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Tokens that the model can see at once; 0 takes 16,384, or fewer where those do not fit.</source>
        <translation>模型一次能看到的 token 数；0 表示 16,384，放不下时更少。</translation>
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
        <translation>空闲多久后卸载模型</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Unsure words can be marked in a finished thought then; it takes some six bytes a token.</source>
        <translation>之后可在完成的思考中标出没有把握的词；每个 token 约占六个字节。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Use graphics devices</source>
        <translation>使用图形设备</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>What a model has read, stored smaller: room for a longer context, a little less exact.</source>
        <translation>以更小的方式存储模型读过的内容：可容纳更长的上下文，精度略低。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>What every model is told before everything else, where a conversation has none of its own.</source>
        <translation>在对话没有自己的系统提示词时，首先告诉每个模型的内容。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Where downloaded models are kept. Moving takes the models along.</source>
        <translation>下载的模型存放的位置。移动时模型会一并移动。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Where possible</source>
        <translation>尽可能</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>Width of the text</source>
        <translation>文字宽度</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>With its cache an old conversation goes on without being read again.</source>
        <translation>有了缓存，旧对话无需重新读取即可继续。</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>With serifs</source>
        <translation>衬线字体</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="app/settings/schema.py"/>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>animation blinking</source>
        <translation>动画 闪烁</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>automatic auto title rename names summary</source>
        <translation>自动标题 重命名 名称 摘要</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>background minimize taskbar</source>
        <translation>后台 最小化 任务栏</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>bandwidth throttle</source>
        <translation>带宽 限速</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>column line length</source>
        <translation>栏宽 行长</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>compact line spacing margins</source>
        <translation>紧凑 行距 间距 边距</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>context length window size memory</source>
        <translation>上下文长度 窗口 大小 内存</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>cpu cores slow speed faster</source>
        <translation>CPU 处理器 核心 慢 速度 加快</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>creativity randomness sampling</source>
        <translation>创造力 随机性 采样</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>custom instructions persona personality role character behaviour</source>
        <translation>系统提示 自定义指令 指令 人设 性格 角色 行为</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>dark light night mode appearance look design colours colors high contrast accessibility</source>
        <translation>深色 暗色 浅色 夜间模式 外观 样式 颜色 高对比度 无障碍</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>directory location disk move</source>
        <translation>目录 位置 磁盘 移动</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>directory location import LM Studio Ollama Jan</source>
        <translation>目录 位置 导入 LM Studio Ollama Jan</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>disk space</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>font fonts zoom larger bigger small letters read accessibility</source>
        <translation>字体 字号 缩放 放大 太小 文字 阅读 无障碍</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>fonts typeface serif bold dyslexia accessibility</source>
        <translation>字体 衬线 粗体 加粗 阅读障碍 无障碍</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>gpu graphics card vram video memory layers offload acceleration slow speed faster cuda vulkan metal</source>
        <translation>GPU 显卡 显存 层 卸载 加速 慢 速度 CUDA Vulkan Metal</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>http connection server</source>
        <translation>HTTP 连接 服务器</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>huggingface server address</source>
        <translation>Huggingface 服务器 地址</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>internet connection privacy network firewall</source>
        <translation>联网 连接 隐私 网络 防火墙</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>keyboard hotkeys keybindings</source>
        <translation>键盘 快捷键 热键</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>kv cache memory ram vram</source>
        <translation>KV 缓存 内存 显存</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>memory ram vram free idle timeout</source>
        <translation>内存 显存 释放 空闲 超时</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>memory speed</source>
        <translation>内存 速度</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>memory swa</source>
        <translation>内存 SWA</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>notifications alert desktop</source>
        <translation>通知 提醒 桌面</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>nucleus sampling</source>
        <translation>核采样</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>parallel queue</source>
        <translation>并行 同时 队列</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>probabilities logprobs</source>
        <translation>概率 logprobs</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>prompt processing speed</source>
        <translation>提示词 处理 速度</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>reasoning budget time limit</source>
        <translation>推理 思考 预算 时间 限制</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>reasoning budget token limit</source>
        <translation>推理 思考 预算 token 限制</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>reasoning effort</source>
        <translation>推理 思考 强度</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>repetition reasoning</source>
        <translation>重复 推理 循环</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>repetition sampling</source>
        <translation>重复 采样</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>sleep standby suspend battery power</source>
        <translation>睡眠 待机 休眠 电池 电量</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>speculative decoding</source>
        <translation>投机解码</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>speculative decoding speed</source>
        <translation>投机解码 速度</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>speed prefill</source>
        <translation>速度 预读</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>translation locale German Chinese English</source>
        <translation>翻译 德语 中文 英语</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>updates upgrade release</source>
        <translation>更新 升级 新版本</translation>
    </message>
    <message>
        <location filename="app/settings/search_words.py"/>
        <source>vision pictures photos multimodal</source>
        <translation>视觉 图像 图片 照片 多模态</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Aside is set to stay offline, and the tool server {name} is not on this computer.</source>
        <translation>Aside 已设为保持离线，而工具服务器 {name} 不在这台电脑上。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Check how it is started, and try it again with: aside tools try {name}</source>
        <translation>请检查它的启动方式，然后再试：aside tools try {name}</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Check the free space and the rights of the folder of {path}.</source>
        <translation>请检查可用空间以及 {path} 所在文件夹的权限。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Choose a model that takes tools, or ask without them.</source>
        <translation>请选择支持工具的模型，或不带工具提问。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Choose another name, or remove it first: aside tools remove {name}</source>
        <translation>请换一个名称，或先移除它：aside tools remove {name}</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Mend or delete the file {path}.</source>
        <translation>请修复或删除文件 {path}。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>No tool servers stand in this text.</source>
        <translation>这段文字里没有工具服务器。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Paste JSON such as {{"mcpServers": {{"files": {{"command": "npx", "args": ["-y", "…"]}}}}}}.</source>
        <translation>请粘贴 JSON，例如 {{"mcpServers": {{"files": {{"command": "npx", "args": ["-y", "…"]}}}}}}。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Switch off “Stay offline” in the settings.</source>
        <translation>请在设置中关闭“保持离线”。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>The list of tool servers cannot be read.</source>
        <translation>无法读取工具服务器列表。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>The list of tool servers could not be saved.</source>
        <translation>无法保存工具服务器列表。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>The tool server {name} cannot be used: {reason}.</source>
        <translation>无法使用工具服务器 {name}：{reason}。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>There are: {names}.</source>
        <translation>现有：{names}。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>There is a tool or server called {name} already.</source>
        <translation>已有名为 {name} 的工具或服务器。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>There is no tool or server called {name}.</source>
        <translation>没有名为 {name} 的工具或服务器。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>This is neither a command nor an address of a tool server.</source>
        <translation>这既不是命令，也不是工具服务器的地址。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Use up to 40 letters, digits, dots and dashes, and no name of a tool of Aside's own.</source>
        <translation>请使用最多 40 个字母、数字、点和短横，且不要与 Aside 自带工具重名。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>Write a command such as: npx -y SERVER, or an address such as: https://example.org/mcp</source>
        <translation>请写命令，如：npx -y SERVER，或地址，如：https://example.org/mcp</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>{name} cannot be given tools: its template has no place for them.</source>
        <translation>无法给 {name} 提供工具：它的模板没有相应的位置。</translation>
    </message>
    <message>
        <location filename="app/tools/errors.py"/>
        <source>{name} cannot be the name of a tool server.</source>
        <translation>{name} 不能作为工具服务器的名称。</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>Aside could not ask whether there is a newer version.</source>
        <translation>Aside 无法查询是否有新版本。</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>If this comes again, look for a new version yourself where you got this one.</source>
        <translation>如果再次出现，请到获取此版本的地方自行查看新版本。</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>It asks again tomorrow.</source>
        <translation>明天会再次查询。</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>The word of a newer version is not from the makers of Aside, so it was dropped.</source>
        <translation>新版本的消息并非来自 Aside 的开发者，已丢弃。</translation>
    </message>
    <message>
        <location filename="app/updates/errors.py"/>
        <source>The word of newer versions that came is an old one, so it was dropped.</source>
        <translation>收到的新版本消息是旧的，已被丢弃。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A fast mixture of experts for code and long tasks, also without a large graphics card.</source>
        <translation>快速的混合专家模型，适合代码和长任务，没有大显卡也能用。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A fast mixture of experts for code, with thinking.</source>
        <translation>快速的混合专家模型，适合代码，会思考。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A good all-rounder for everyday use on a small computer.</source>
        <translation>适合小型电脑日常使用的全能模型。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A mixture of experts for very long documents: quick, with thinking that can be switched off.</source>
        <translation>适合超长文档的混合专家模型：速度快，思考可关闭。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A mixture of experts that always thinks: fast, deep reasoning.</source>
        <translation>始终思考的混合专家模型：推理快而深入。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A small newer all-rounder for computers with little memory.</source>
        <translation>较新的小型全能模型，适合内存较少的电脑。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A solid thinking model for a larger graphics card.</source>
        <translation>适合较大显卡的可靠思考模型。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>A strong all-rounder whose thinking can be switched off.</source>
        <translation>强大的全能模型，思考可以关闭。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Always thinks, and is fast without a graphics card.</source>
        <translation>始终思考，没有显卡也很快。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fluent in many languages, with reasoning, trained for 4-bit use.</source>
        <translation>精通多种语言，会推理，针对 4 位使用训练。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fluent in many languages, with thinking that can be switched on, for a good laptop.</source>
        <translation>精通多种语言，思考可开启，适合较好的笔记本电脑。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Fully open, with thinking that can be switched off, in six languages. A good first choice for a small laptop.</source>
        <translation>完全开放，思考可关闭，支持六种语言。小型笔记本的首选。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Light thinking for computers with little memory.</source>
        <translation>轻量思考，适合内存少的电脑。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Long, careful reasoning about maths, science and code; slow but accurate.</source>
        <translation>对数学、科学和代码进行长而细致的推理；慢但准确。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Many languages, with thinking that can be switched on, for small laptops.</source>
        <translation>支持多种语言，思考可开启，适合小型笔记本。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Nearly the quality of a large model at the speed of a small one.</source>
        <translation>接近大模型的质量，小模型的速度。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>OpenAI's large open model, with three levels of effort, for workstations.</source>
        <translation>OpenAI 的大型开放模型，有三个思考级别，适合工作站。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>OpenAI's open model: fast for its size, with three levels of effort.</source>
        <translation>OpenAI 的开放模型：就其规模而言很快，有三个思考级别。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Reasoning for maths, code and science on a mid-sized machine.</source>
        <translation>在中等配置的电脑上推理数学、代码和科学。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Small reasoning model for maths, code and science.</source>
        <translation>小型推理模型，适合数学、代码和科学。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Stronger reasoning for maths, code and science.</source>
        <translation>数学、科学和代码推理更强。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best Gemma: many languages, trained for 4-bit use, on a large graphics card.</source>
        <translation>最好的 Gemma：多语言，为 4 位量化训练，适合大显存显卡。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best R1 distill for one large graphics card.</source>
        <translation>适合单张大显卡的最佳 R1 蒸馏模型。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best newer all-rounder for a mid-sized graphics card.</source>
        <translation>适合中等显卡的最佳新全能模型。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The best small DeepSeek reasoner; thinks long and carefully.</source>
        <translation>最好的小型 DeepSeek 推理模型；思考长而细致。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The classic R1 distill: good at maths on a mid-sized machine.</source>
        <translation>经典 R1 蒸馏模型：中等配置即可，擅长数学。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The largest R1 distill, for workstations.</source>
        <translation>最大的 R1 蒸馏模型，适合工作站。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The largest dense Qwen3, for a large graphics card.</source>
        <translation>最大的稠密 Qwen3，适合大显卡。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The newest dense Qwen: reasoning with levels of effort, images and code, on a large graphics card.</source>
        <translation>最新的稠密 Qwen：分级思考、图片与代码，适合大显存显卡。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The newest tiny all-rounder: sees images, and remembers long conversations.</source>
        <translation>最新的微型全能模型：能看图片，能记住长对话。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The smallest R1 distill: long visible reasoning about maths on almost any machine.</source>
        <translation>最小的 R1 蒸馏模型：几乎任何电脑都能看到长长的数学推理。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The smallest model that really thinks; runs on any laptop.</source>
        <translation>真正会思考的最小模型；任何笔记本都能运行。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>The veteran of thinking models: thorough on hard maths, and wordy.</source>
        <translation>思考模型的老将：解难题彻底，但冗长。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Thinking that can be switched off, and little memory for long conversations.</source>
        <translation>思考可关闭，长对话占用内存少。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Thinks, and is open down to its training data.</source>
        <translation>会思考，且连训练数据都开放。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Tiny: checks that everything works. Does not think, and knows little.</source>
        <translation>极小：用于检查一切正常。不会思考，知识很少。</translation>
    </message>
    <message>
        <location filename="resources/recommended_models.json"/>
        <source>Unusually strong reasoning for its size; always thinks.</source>
        <translation>就其规模而言推理异常强；始终思考。</translation>
    </message>
    <message>
        <location filename="ui/bridges/history_jobs.py"/>
        <source>This has to wait for something else that is still running: {job}</source>
        <translation>需要等待仍在进行的操作：{job}</translation>
    </message>
    <message>
        <location filename="ui/bridges/history_jobs.py"/>
        <source>Try again when that has ended, or stop it.</source>
        <translation>请在其结束后重试，或将其停止。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_presenter.py"/>
        <source>A prompt is written by a model's template, and no model is loaded that shows its own.</source>
        <translation>提示词由模型的模板写成，而目前没有载入可显示提示词的模型。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/prompt_presenter.py"/>
        <source>Load a model on this computer, and ask again. Servers do not show their prompts.</source>
        <translation>请在此电脑上载入模型后再试。服务器不会显示其提示词。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Choose another folder, or free some space.</source>
        <translation>请选择其他文件夹，或腾出空间。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>Pause or finish the downloads first.</source>
        <translation>请先暂停或完成下载。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>The folder cannot be moved while something downloads.</source>
        <translation>下载进行时无法移动文件夹。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_presenter.py"/>
        <source>{path} could not be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Ask for access on the model's page with the account that your access token belongs to.</source>
        <translation>请用访问令牌所属的账号在模型页面申请访问。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Ask for access on the model's page, then enter your access token here.</source>
        <translation>请在模型页面申请访问，然后在此输入访问令牌。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Check the spelling, or search for it. A private model needs an access token.</source>
        <translation>请检查拼写或进行搜索。私有模型需要访问令牌。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Choose one of the files that the model's page lists.</source>
        <translation>请选择模型页面列出的文件之一。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>Download the model again, or delete it.</source>
        <translation>请重新下载模型，或将其删除。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/hub_notice.py"/>
        <source>It may have been renamed or removed meanwhile: look at the list.</source>
        <translation>可能已被重命名或移除：请查看列表。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>Look for it on the models page, or ask others.</source>
        <translation>请在模型页查找，或询问其他模型。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>The model chosen before stays. Download {name} on the models page, or change the preset.</source>
        <translation>继续使用之前选择的模型。请在模型页面下载 {name}，或更改预设。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>The model {name} is not on this computer.</source>
        <translation>模型 {name} 不在此电脑上。</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>{name} is not among the models that can be asked now.</source>
        <translation>{name} 不在目前可以询问的模型之中。</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Longest reply</source>
        <translation>最长回复</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>The same number draws the same words again, if nothing else changes.</source>
        <translation>其他不变时，相同的数字会得到相同的词。</translation>
    </message>
    <message>
        <location filename="ui/widgets/sampling_form.py"/>
        <source>Thought and answer together end after so many tokens.</source>
        <translation>思考和回答合计在这么多 token 后结束。</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <location filename="ui/application.py"/>
        <source>Aside is running already, but does not answer. End it, then start Aside again.</source>
        <translation>Aside 已在运行，但没有响应。请结束它，然后重新启动 Aside。</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <location filename="ui/chat/transcript/cards.py"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/cards.py"/>
        <source>This reply broke off.</source>
        <translation>此回复中断。</translation>
    </message>
    <message>
        <location filename="ui/chat/transcript/cards.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>level_words</name>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Max</source>
        <translation>最高</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="ui/widgets/level_words.py"/>
        <source>On</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>gated</source>
        <translation>需申请</translation>
    </message>
    <message>
        <location filename="ui/models/discover/discover_presenter.py"/>
        <source>thinks</source>
        <translation>会思考</translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/first_model_presenter.py"/>
        <source>Found %n models of {apps}</source>
        <translation>
            <numerusform>找到 {apps} 的 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n companion files (pictures, drafts)</source>
        <translation>
            <numerusform>%n 个附属文件（图片、草稿）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>%n incomplete shard sets</source>
        <translation>
            <numerusform>%n 组不完整的分片</numerusform>
        </translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Made from</source>
        <translation>基于</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Not listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>answers directly, without thinking</source>
        <translation>直接回答，不思考</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>{bits} bits a weight</source>
        <translation>每权重 {bits} 位</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>{count} tokens</source>
        <translation>{count} token</translation>
    </message>
    <message>
        <location filename="ui/models/discover/model_panel_presenter.py"/>
        <source>{size} parameters</source>
        <translation>{size} 参数</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Asking the Hub · {sizes}</source>
        <translation>正在询问 Hub · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Checking what is here · {sizes}</source>
        <translation>正在检查已有内容 · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Give it up? The {size} that have arrived are deleted.</source>
        <translation>放弃吗？已下载的 {size} 将被删除。</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Paused · {sizes}</source>
        <translation>已暂停 · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Ready · {size}, verified</source>
        <translation>就绪 · {size}，已校验</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Stopped · {sizes}</source>
        <translation>已停止 · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Trying again in {wait} · {sizes}</source>
        <translation>{wait} 后重试 · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>Waiting for its turn · {sizes}</source>
        <translation>等待中 · {sizes}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>{received} of {total}</source>
        <translation>{received} / {total}</translation>
    </message>
    <message>
        <location filename="ui/models/downloads/download_words.py"/>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>A newer one is on the Hub</source>
        <translation>Hub 上有更新的版本</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>A part of it is missing. Download it again, or put the missing files back.</source>
        <translation>缺少一部分。请重新下载，或放回缺失的文件。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Can</source>
        <translation>能力</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Check for update</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete {name}? {size} become free. The file is gone for good; conversations stay.</source>
        <translation>删除 {name}？将释放 {size}。文件将永久删除；对话会保留。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete {name}? {size} become free. You can download it again; conversations stay.</source>
        <translation>删除 {name}？将释放 {size}。可以重新下载；对话会保留。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete {size}</source>
        <translation>删除 {size}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Download update · {size}</source>
        <translation>下载更新 · {size}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Forget {name}? Its file stays where it is and can be added again.</source>
        <translation>移除 {name}？文件保留在原处，可再次添加。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Forget…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Here</source>
        <translation>在这里</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>It is not the file that it should be. Get it again.</source>
        <translation>这不是应有的文件。请重新获取。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Its file is not there now. Connect its disk, or forget it.</source>
        <translation>文件目前不在。请连接其磁盘，或将其移除。</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>The newest on the Hub</source>
        <translation>Hub 上最新的</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Verified</source>
        <translation>已校验</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>answer directly</source>
        <translation>直接回答</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>sees images</source>
        <translation>能看图片</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>sees images, by {file}</source>
        <translation>能看图片，通过 {file}</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>think</source>
        <translation>思考</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>use tools</source>
        <translation>使用工具</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>used {day}</source>
        <translation>{day}使用过</translation>
    </message>
    <message>
        <location filename="ui/models/library/library_words.py"/>
        <source>{now} of {most} tokens</source>
        <translation>{now} / {most} token</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>A computer with {size} free, or several that share it, could run it as a server: see Servers.</source>
        <translation>一台有 {size} 空闲内存的电脑，或共同分担的多台电脑，可以作为服务器运行它：见“服务器”。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>About {size} with a usual quantization (Q4_K_M); open it for the exact sum.</source>
        <translation>按常用量化 (Q4_K_M) 约 {size}；打开可查看准确数值。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Aside itself, and a margin</source>
        <translation>Aside 自身及余量</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Best for this computer</source>
        <translation>最适合这台电脑</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Compute buffers</source>
        <translation>计算缓冲区</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Context of {count} tokens</source>
        <translation>{count} token 的上下文</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Does not fit</source>
        <translation>放不下</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Expected here</source>
        <translation>在本机的预期</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits on GPU</source>
        <translation>GPU 放得下</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits, fast</source>
        <translation>放得下，快</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Fits, slow</source>
        <translation>放得下，慢</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Its size is not known; open it to see whether it fits.</source>
        <translation>大小未知；打开可查看是否放得下。</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Needs {size}</source>
        <translation>需要 {size}</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Needs {size} on the disk</source>
        <translation>需要 {size} 磁盘空间</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Partly on GPU</source>
        <translation>部分在 GPU</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Tight: up to {count}k</source>
        <translation>紧张：最多 {count}k</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Together, of {free} free</source>
        <translation>合计，可用 {free}</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>about {rate} tokens/s</source>
        <translation>约 {rate} token/s</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>does not load</source>
        <translation>无法加载</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>fast</source>
        <translation>快</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>fits with up to {count} tokens</source>
        <translation>最多 {count} token 时放得下</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>no GPU</source>
        <translation>无 GPU</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{gpu}, {free} free</source>
        <translation>{gpu}，可用 {free}</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{rate} tokens/s, answer after {wait}</source>
        <translation>{rate} token/s，{wait} 后回答</translation>
    </message>
    <message>
        <location filename="ui/models/parts/fit_words.py"/>
        <source>{total} memory, {free} free</source>
        <translation>内存 {total}，可用 {free}</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Hugging Face cache</source>
        <translation>Hugging Face 缓存</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>Not there now</source>
        <translation>目前不在</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>your file</source>
        <translation>您的文件</translation>
    </message>
    <message>
        <location filename="ui/models/parts/model_words.py"/>
        <source>your folder</source>
        <translation>您的文件夹</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>built in · arithmetic and little puzzles</source>
        <translation>内置 · 算术和小谜题（英语）</translation>
    </message>
    <message>
        <location filename="ui/models/picker/picker_presenter.py"/>
        <source>tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>number_range</name>
    <message>
        <location filename="ui/widgets/number_box.py"/>
        <source>numbers above {least}, up to {most}</source>
        <translation>大于 {least}、不超过 {most} 的数</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_box.py"/>
        <source>numbers from {least} to {most}</source>
        <translation>{least} 到 {most} 之间的数</translation>
    </message>
    <message>
        <location filename="ui/widgets/number_box.py"/>
        <source>whole numbers from {least} to {most}</source>
        <translation>{least} 到 {most} 之间的整数</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{count} tokens</source>
        <translation>{count} token</translation>
    </message>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="ui/widgets/spoken_numbers.py"/>
        <source>~{count} tokens</source>
        <translation>约 {count} token</translation>
    </message>
</context>
<context>
    <name>preset_words</name>
    <message>
        <location filename="ui/chat/presets/preset_words.py"/>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <location filename="ui/chat/presets/preset_words.py"/>
        <source>as recommended</source>
        <translation>按推荐</translation>
    </message>
</context>
<context>
    <name>styled</name>
    <message>
        <location filename="ui/widgets/styled.py"/>
        <source>Empty this field</source>
        <translation>清空此栏</translation>
    </message>
</context>
</TS>
