import { xmlSafe } from '@quanheng/papers/paper/text'
import type { Catalogued, Entry } from './catalog.ts'
import { entriesOf } from './catalog.ts'

const escaped = (text: string): string =>
  xmlSafe(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const element = (name: string, ...children: readonly string[]): string => `<${name}>${children.join('')}</${name}>`

/** One element for each name, in this order. */
const texts = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => element(name, escaped(value)))
    .join('')

const formats: Readonly<Record<string, string>> = { docx: 'Office Open XML', yaml: 'YAML 1.2' }

const formatOf = (path: string): string => formats[path.slice(path.lastIndexOf('.') + 1)] ?? ''

/** The data stay outside: what stands here is the digest of the file of that name in the same package. */
const documentOf = ({ path, title, size, sha256 }: Entry): string =>
  element(
    '文档',
    texts({ 文档标识符: path, 文档序号: '1', 文档主从声明: '主文档', 题名: title }),
    element(
      '文档数据',
      element(
        '编码',
        element('电子属性', texts({ 格式信息: formatOf(path), 计算机文件名: path, 计算机文件大小: String(size) })),
        texts({
          编码描述: '数据不在本文件之内，见本归档包中“计算机文件名”所指的文件；编码数据为该文件的SHA-256',
          反编码关键字: 'sha256-base64Binary',
          编码数据: Buffer.from(sha256, 'hex').toString('base64'),
        }),
      ),
    ),
  )

const fileOf = (entry: Entry, at: number, { year, organ }: Catalogued): string => {
  const item = String(at + 1)
  return element(
    '文件实体',
    texts({ 聚合层次: '件' }),
    element('来源', texts({ 立档单位名称: organ })),
    texts({ 电子文件号: entry.path }),
    element('档号', texts({ 年度: String(year), 保管期限: entry.retention, 件号: item })),
    element(
      '内容描述',
      texts({
        题名: entry.title,
        文件编号: entry.number,
        责任者: entry.organ,
        日期: entry.date,
        文种: entry.kind,
        密级: '内部',
      }),
    ),
    element('文件数据', documentOf(entry)),
  )
}

const businessOf = ({ path, organ, date, number }: Entry): string =>
  element(
    '业务实体',
    texts({
      业务标识符: `印发 ${path}`,
      机构人员标识符: organ,
      文件标识符: path,
      业务状态: '历史行为',
      业务行为: '印发',
      行为时间: date,
      行为依据: number,
    }),
  )

const organOf = (name: string): string =>
  element('机构人员实体', texts({ 机构人员标识符: name, 机构人员类型: '单位', 机构人员名称: name }))

/**
 * `eep.xml`: the papers of the package as an archives authority reads them, by the element names of DA/T 48-2009 (电子文件封装包) with those of
 * DA/T 46-2009 inside. The data stay outside, named by their digests. Its own digest stands in the manifest, over which the seal is made.
 */
export const encapsulationXml = (catalogued: Catalogued, on: string): string => {
  const entries = entriesOf(catalogued)
  const organs = [...new Set([catalogued.organ, ...entries.map(({ organ }) => organ)])]
  const content = element(
    '封装内容',
    element('文件实体块', ...entries.map((entry, at) => fileOf(entry, at, catalogued))),
    element('业务实体块', ...entries.map(businessOf)),
    element('机构人员实体块', ...organs.map(organOf)),
  )
  const signed = [
    texts({
      封装包类型: '原始型',
      封装包类型描述: '本封装包包含电子文件的元数据和数据摘要，原始封装，未经修改',
      封装包创建时间: on,
      封装包创建单位: catalogued.organ,
    }),
    content,
  ]
  const signature = element(
    '电子签名',
    texts({
      签名规则: '本文件的SHA-256和SM3载于清单manifest.json，清单由平台存证密钥签名',
      签名时间: on,
      签名人: catalogued.organ,
      签名结果: '见seal.txt',
    }),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<电子文件封装包 xmlns="http://www.saac.gov.cn/standards/ERM/encapsulation">${texts({
    封装包格式描述: '本封装包的元素名称参照中华人民共和国档案行业标准DA/T 48-2009《基于XML的电子文件封装规范》',
    版本: '2009',
  })}<被签名对象 eep版本="2009">${signed.join('')}</被签名对象>${element('电子签名块', signature)}</电子文件封装包>
`
}
