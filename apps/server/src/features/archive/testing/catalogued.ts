import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { childOf, childrenOf, descendants, parseXml, type XmlElement } from '@quanheng/papers/conformity/file/xml'
import { readCsv } from '@quanheng/papers/csv/csv'
import { expect } from 'vitest'
import type { Contents } from './both-verifiers.ts'

const textOf = (element: XmlElement | undefined): string => (element?.children ?? []).join('')

/** Text of the element that the names lead to. */
const at = (from: XmlElement, ...names: readonly string[]): string =>
  textOf(names.reduce<XmlElement | undefined>(childOf, from))

/** The papers of a package as `eep.xml` (DA/T 48) tells of them. */
const encapsulated = (xml: string) => {
  const root = parseXml(xml)
  expect(root.attributes).toEqual({ xmlns: 'http://www.saac.gov.cn/standards/ERM/encapsulation' })
  const signed = childOf(root, '被签名对象') as XmlElement
  const content = childOf(signed, '封装内容') as XmlElement
  const block = (name: string, one: string) => childrenOf(childOf(content, name), one)
  const files = block('文件实体块', '文件实体').map((file) => {
    const data = [...descendants(file, '编码')][0] as XmlElement
    return {
      item: at(file, '档号', '件号'),
      title: at(file, '内容描述', '题名'),
      number: at(file, '内容描述', '文件编号'),
      organ: at(file, '内容描述', '责任者'),
      date: at(file, '内容描述', '日期'),
      kind: at(file, '内容描述', '文种'),
      retention: at(file, '档号', '保管期限'),
      path: at(data, '电子属性', '计算机文件名'),
      size: Number(at(data, '电子属性', '计算机文件大小')),
      sha256: Buffer.from(at(data, '编码数据'), 'base64').toString('hex'),
    }
  })
  const issued = block('业务实体块', '业务实体').map((act) => [at(act, '文件标识符'), at(act, '行为时间')])
  const organs = block('机构人员实体块', '机构人员实体').map((one) => at(one, '机构人员名称'))
  return { files, issued, organs, kind: at(signed, '封装包类型') }
}

/**
 * Holds 归档文件目录, 著录信息 (DA/T 46) and 封装说明 (DA/T 48) of a package to one another, and each to the file that it tells of.
 * @returns the papers, in order
 */
export const catalogued = (contents: Contents) => {
  const text = (path: string): string => Buffer.from(contents.get(path) ?? []).toString('utf8')
  const { files, issued, organs, kind } = encapsulated(text('eep.xml'))
  expect(kind).toBe('原始型')
  const read = readCsv(text('catalog.csv').slice(1))
  const rows = read.ok ? read.value.map(({ cells }) => cells) : []
  expect(rows).toEqual([
    ['件号', '题名', '文件编号', '责任者', '日期', '文种', '保管期限', '文件'],
    ...files.map((one) => [one.item, one.title, one.number, one.organ, one.date, one.kind, one.retention, one.path]),
  ])
  const described = JSON.parse(text('metadata.json')).文件 as readonly Record<string, string>[]
  expect(described.map(({ 件号, 题名, 文件编号, 计算机文件名 }) => [件号, 题名, 文件编号, 计算机文件名])).toEqual(
    files.map(({ item, title, number, path }) => [item, title, number, path]),
  )
  for (const { path, size, sha256 } of files) {
    const bytes = contents.get(path) ?? new Uint8Array()
    expect({ path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }).toEqual({
      path,
      size,
      sha256,
    })
  }
  const papers = [...contents.keys()].filter((path) => /^(papers|plans)\//.test(path))
  expect(files.map(({ path }) => path).toSorted()).toEqual(papers.toSorted())
  expect(files.map(({ item }) => item)).toEqual(files.map((_, n) => String(n + 1)))
  expect(issued).toEqual(files.map(({ path, date }) => [path, date]))
  for (const { organ } of files) expect(organs).toContain(organ)
  return files
}
