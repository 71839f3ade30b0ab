import { z } from 'zod'
import { housekeeping, query } from './route.ts'
import { digest, id, line, none } from './shapes.ts'

/** Upload first, act later: the bytes are stored and synced here; a command then cites the digest (model.md, Files). */
export const putFile = housekeeping({
  id: 'upload.put',
  method: 'PUT',
  path: '/api/uploads',
  ability: 'signedIn',
  summary: 'Send one file; header X-File-Name holds its name, percent-encoded',
  body: 'stream',
  reply: z.object({ uploadId: id, digest, sm3: digest, size: z.int(), name: z.string() }),
  errors: ['upload.empty', 'upload.nameMissing', 'upload.otherContent', 'upload.program', 'platform.tooLarge'],
})

/** Drafts save themselves; they become state only by a command. */
export const saveDraft = housekeeping({
  id: 'draft.save',
  method: 'PUT',
  path: '/api/drafts/:key',
  ability: 'signedIn',
  summary: 'Keep what I have typed',
  params: z.object({ key: line(200) }),
  body: z.object({ body: z.unknown() }),
  reply: z.object({ savedAt: z.string() }),
  errors: [],
})

export const readDraft = query({
  id: 'draft.read',
  method: 'GET',
  path: '/api/drafts/:key',
  ability: 'signedIn',
  summary: 'What I had typed',
  params: z.object({ key: line(200) }),
  reply: z.object({ draft: z.object({ body: z.unknown(), savedAt: z.string() }).nullable() }),
  errors: [],
})

export const dropDraft = housekeeping({
  id: 'draft.drop',
  method: 'DELETE',
  path: '/api/drafts/:key',
  ability: 'signedIn',
  summary: 'Throw away what I had typed',
  params: z.object({ key: line(200) }),
  reply: none,
  errors: [],
})
