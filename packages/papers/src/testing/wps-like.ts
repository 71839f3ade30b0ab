import { Buffer } from 'node:buffer'
import { writeZip } from '../zip/write.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

interface Line {
  readonly text: string
  readonly style?: string
  /** Paragraph properties written beside the style. */
  readonly more?: string
  /** Run properties written beside the style. */
  readonly run?: string
}

const face = (name: string, halfPoints: number, more = ''): string =>
  `<w:rPr><w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:hint="eastAsia"/>${more}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`

const style = (id: string, paragraph: string, run: string, base = 'a'): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/><w:pPr>${paragraph}</w:pPr>${run}</w:style>`

const flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'

/** Faces and indents by style, as an office's own template in WPS has them: a paragraph names its style and little else. */
const styles = `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr>${face('仿宋_GB2312', 32)}</w:style>
${style('mark', `<w:spacing w:line="900" w:lineRule="exact"/>${flush}<w:jc w:val="center"/>`, face('方正小标宋简体', 80, '<w:color w:val="FF0000"/>'))}
${style('number', `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="FF0000"/></w:pBdr>${flush}<w:jc w:val="center"/>`, '')}
${style('title', `${flush}<w:jc w:val="center"/>`, face('方正小标宋简体', 44))}
${style('flush', flush, '')}
${style('one', '', face('黑体', 32))}
${style('two', '', face('楷体_GB2312', 32))}
${style('right', `<w:ind w:firstLineChars="0" w:firstLine="0" w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`, '')}
</w:styles>`

const paragraph = ({ text, style: name, more = '', run = '' }: Line): string =>
  `<w:p><w:pPr>${name === undefined ? '' : `<w:pStyle w:val="${name}"/>`}${more}</w:pPr><w:r>${run}<w:t>${text}</w:t></w:r></w:p>`

const footer = (side: string): string => {
  const digits = face('宋体', 28)
  const field = (kind: string) => `<w:r>${digits}<w:fldChar w:fldCharType="${kind}"/></w:r>`
  return `${head}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0" w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/><w:jc w:val="${side}"/></w:pPr><w:r>${digits}<w:t xml:space="preserve">— </w:t></w:r>${field('begin')}<w:r>${digits}<w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText></w:r>${field('separate')}<w:r>${digits}<w:t>1</w:t></w:r>${field('end')}<w:r>${digits}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
}

const section = `<w:sectPr><w:footerReference r:id="f1" w:type="default"/><w:footerReference r:id="f2" w:type="even"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>`

const lines: readonly Line[] = [
  { text: '云岭市发展和改革委员会文件', style: 'mark' },
  { text: '云发改发〔2025〕18号', style: 'number' },
  { text: '云岭市发展和改革委员会关于做好数据报送工作的通知', style: 'title' },
  { text: '市直各有关单位：', style: 'flush' },
  { text: '根据年度工作安排，现就有关事项通知如下。' },
  { text: '一、报送内容', style: 'one' },
  { text: '（一）指标数据', style: 'two' },
  { text: '各单位对照指标逐项核对数据，于规定时限前报送。' },
  { text: '云岭市发展和改革委员会', style: 'right' },
  { text: '2025年1月18日', style: 'right' },
]

/** A notice as WPS writes one from an office's template, with some of its lines changed. */
export const wpsLike = (change: (line: Line) => Line = (line) => line): Promise<Uint8Array> => {
  const part = (path: string, xml: string) => ({ path, bytes: Buffer.from(xml) })
  const related = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  return writeZip([
    part(
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${types}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${types}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="${types}.footer+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelations}">${related('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    ),
    part(
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="${packageRelations}">${related('s1', 'styles', 'styles.xml')}${related('s2', 'settings', 'settings.xml')}${related('f1', 'footer', 'footer1.xml')}${related('f2', 'footer', 'footer2.xml')}</Relationships>`,
    ),
    part('word/styles.xml', styles),
    part('word/settings.xml', `${head}<w:settings xmlns:w="${main}"><w:evenAndOddHeaders/></w:settings>`),
    part('word/footer1.xml', footer('right')),
    part('word/footer2.xml', footer('left')),
    part(
      'word/document.xml',
      `${head}<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${lines.map((line) => paragraph(change(line))).join('')}${section}</w:body></w:document>`,
    ),
  ])
}
