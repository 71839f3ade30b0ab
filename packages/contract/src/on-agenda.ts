import { z } from 'zod'
import { day, digest, id } from './shapes.ts'

/** The meeting kept here that has something before it, and what it said once two people have entered that; null where there is none. */
export const onAgenda = z
  .object({
    meetingId: id,
    title: z.string(),
    decision: z
      .object({
        body: z.string(),
        decidedOn: day,
        text: z.string(),
        number: z.string().nullable(),
        scanDigest: digest,
      })
      .nullable(),
  })
  .nullable()
