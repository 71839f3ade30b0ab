import type { uploadErrors } from '@quanheng/contract/errors/upload'

export const upload = {
  'upload.empty': 'The file is empty (0 bytes) and was not taken. Check it and upload again.',
  'upload.nameMissing': 'The file has no name and was not taken. Choose the file on the page.',
  'upload.otherContent':
    'The content of “{name}” is not what its ending says: the wrong file, or a broken download. It was not taken. Open the original, save it again and upload.',
  'upload.infected':
    'The scanner found a virus in this file. It is locked away and nobody can open it: make it again from the original, scan it, and put it in its place.',
  'upload.notFound': 'The file was not found or is incomplete. Upload it again, then submit.',
  'upload.program': '“{name}” is a program and was not taken. Upload a document, picture, table or archive.',
} as const satisfies Record<keyof typeof uploadErrors, string>
