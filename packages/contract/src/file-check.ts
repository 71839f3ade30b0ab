import { z } from 'zod'
import { query } from './route.ts'
import { digest, id, paged, paging } from './shapes.ts'

export const listFileChecks = query({
  id: 'fileCheck.list',
  method: 'GET',
  path: '/api/file-checks',
  ability: 'fileCheck.read',
  summary:
    'Checks that all stored files are what they were, newest first, with every damaged or missing file by name: of all bodies for those who audit, else of the own',
  query: paging,
  reply: paged(
    z.object({
      id,
      beganAt: z.string(),
      endedAt: z.string(),
      cause: z.enum(['nightly', 'command']),
      files: z.int(),
      bytes: z.int(),
      /** Of the first and the last file of a check that there was no time for in one night; null where it began or ended with all. */
      wentOnFrom: digest.nullable(),
      reached: z.string().nullable(),
      faults: z.array(
        z.object({
          digest,
          fault: z.enum(['damaged', 'missing', 'unreadable', 'sm3Differs']),
          names: z.array(z.string()),
        }),
      ),
    }),
  ).extend({
    /** Where the virus scanner is; null where there is none and files stay 未扫描. */
    scanner: z.string().nullable(),
    /** Files by what the scanner last said of them. */
    scans: z.object({ clean: z.int(), infected: z.int(), unscanned: z.int() }),
  }),
  errors: [],
})
