import { z } from 'zod'

/** Shapes that several nouns share. They check form only; meaning is the domain's. */
export const id = z.uuid()
export const version = z.int().min(1)
/** `YYYY-MM-DD`, a calendar day in Asia/Shanghai. */
export const day = z.iso.date()
/** An exact quantity as text; the domain normalises and checks it (kernel/quantity). */
export const quantity = z.string().min(1).max(60)
/** Counted in code points, as officials count characters: 𠮷 is one. */
export const text = (max: number) => z.string().refine((value) => [...value].length <= max, { params: { max } })
export const line = (max: number) => z.string().trim().min(1).max(max)
export const reason = line(500)
/** Text as typed, empty included. */
export const words = z.string().max(20_000)
/** SHA-256 in hexadecimal: names a stored file or a version of something signed. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/)
export const none = z.object({})

/** Server paging: page from 1. */
export const paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
/** `field` or `-field`. */
export const sort = z.string().max(60).optional()

export const paged = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.int().min(0) })

/** How a paper is asked for: to edit, to print, to keep. */
export const paperFormat = z.enum(['docx', 'pdf', 'ofd'])
export const inFormat = z.object({ format: paperFormat.default('docx') })

/** How a table is asked for: as a workbook, or as .csv in UTF-8 or GB 18030. */
export const tableFormat = z.enum(['xlsx', 'csv', 'gb18030'])
export type TableFormat = z.infer<typeof tableFormat>
export const inTableFormat = z.object({ format: tableFormat.default('xlsx') })
