import { typedInto } from '../../packages/papers/src/testing/filled-in.ts'
import { readZip } from '../../packages/papers/src/zip/read.ts'
import { writeZip, type ZipPart } from '../../packages/papers/src/zip/write.ts'

export const partsOf = (pack: Buffer): Promise<readonly ZipPart[]> => readZip(pack)

/** Types values into the workbook of a pack as a person does in Excel, by the name of the figure. */
export const typed = async (
  parts: readonly ZipPart[],
  values: Readonly<Record<string, string>>,
): Promise<readonly ZipPart[]> => {
  const found = parts.find(({ path }) => path.endsWith('.xlsx'))
  if (!found) throw new Error('the pack has no workbook')
  const bytes = await typedInto(Buffer.from(found.bytes), { by: '数据项', into: '填报值', values })
  return parts.map((part) => (part === found ? { ...part, bytes } : part))
}

/** A file put into the folder whose name holds these words. */
export const withFile = (
  parts: readonly ZipPart[],
  folder: string,
  name: string,
  content: string,
): readonly ZipPart[] => {
  const beside = parts.find(({ path }) => path.includes(folder))
  if (!beside) throw new Error(`no folder ${folder}`)
  return [
    ...parts,
    { path: `${beside.path.slice(0, beside.path.lastIndexOf('/') + 1)}${name}`, bytes: Buffer.from(content) },
  ]
}

export const packed = async (parts: readonly ZipPart[]) => ({
  name: '填报包-云岭市交通运输局.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(await writeZip(parts)),
})
