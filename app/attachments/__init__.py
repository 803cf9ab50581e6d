"""Files that are sent along with a question, as text.

How to use it, on a thread (a large PDF takes seconds)::

    attached = read_attachment(path)        # raises AttachmentError: one clear sentence
    attached.estimated_tokens()             # before a model is loaded; with one, count `prompt_text(...)` exactly
    text = prompt_text((attached,), question)   # what the model is given

History keeps the files beside the question (`HistoryStore.attachments`), so that the question stays as it was typed.
"""
