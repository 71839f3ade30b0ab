import { Buffer } from 'node:buffer'
import { widthOf, xmlSafe } from '../paper/text.ts'
import { ownLimits, readZip } from '../zip/read.ts'
import { writeZip, type ZipPart } from '../zip/write.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'
const headerPart = 'word/watermark.xml'
const headerId = 'rIdWatermark'

const escaped = (text: string): string => xmlSafe(text).replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** Points: the longest line that a turned text may be on A4, and the size of its characters before that binds. */
const longest = 500
const usual = 24

/**
 * The shape that Word and WPS draw for 水印, by the name by which all of them, and LibreOffice, know it: grey letters across the page behind
 * the text. It is no text of the document.
 */
const shape = (text: string, id: number): string => {
  const units = widthOf(text) + 1
  const size = Math.min(usual, longest / units)
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${(units * size).toFixed(1)}pt;height:${size.toFixed(1)}pt`,
    'rotation:330;z-index:-251658752',
    'mso-position-horizontal:center;mso-position-horizontal-relative:page',
    'mso-position-vertical:center;mso-position-vertical-relative:page',
  ].join(';')
  return `<w:r xmlns:w="${main}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject${id}" o:spid="_x0000_s${2048 + id}" type="#_x0000_t136" alt="" style="${style}" o:allowincell="f" fillcolor="#bfbfbf" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="${escaped(text)}"/></v:shape></w:pict></w:r>`
}

/** A header that holds nothing but the shape; its line is as low as a line can be. */
const emptyHeader = (text: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${main}" xmlns:r="${relations}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>${shape(text, 0)}</w:p></w:hdr>`

/** Every kind of page of a section gets a head; one that has its own keeps it. */
const withHeads = (section: string): string => {
  const kinds = ['default', 'even', ...(section.includes('<w:titlePg') ? ['first'] : [])]
  const missing = kinds.filter((kind) => !new RegExp(`<w:headerReference [^>]*w:type="${kind}"`).test(section))
  const heads = missing.map((kind) => `<w:headerReference w:type="${kind}" r:id="${headerId}"/>`).join('')
  return section.replace(/^<w:sectPr\b[^>]*>/, (open) => open + heads)
}

const inDocument = (xml: string): string => xml.replace(/<w:sectPr\b[^>]*>[\s\S]*?<\/w:sectPr>/g, withHeads)

/** Into the first paragraph of a head that is there already, behind its properties. */
const inHeader = (xml: string, text: string, id: number): string =>
  xml.replace(/<w:p\b[^>]*>(?:<w:pPr\/>|<w:pPr>[\s\S]*?<\/w:pPr>)?|<w:p\/>/, (open) =>
    open === '<w:p/>' ? `<w:p>${shape(text, id)}</w:p>` : `${open}${shape(text, id)}`,
  )

/**
 * A .docx of ours with a text behind every page: who took it out, of which unit, when. Layout, text and page numbers stay as they were. The same
 * file and text give the same bytes.
 */
export async function withTextMark(docx: Uint8Array, text: string): Promise<Uint8Array> {
  let headers = 0
  const parts = (await readZip(docx, ownLimits)).map((part): ZipPart => {
    const edit = (change: (xml: string) => string): ZipPart => ({
      path: part.path,
      bytes: Buffer.from(change(Buffer.from(part.bytes).toString('utf8'))),
    })
    if (part.path === 'word/document.xml') return edit(inDocument)
    if (/^word\/header\d*\.xml$/.test(part.path)) {
      headers += 1
      const id = headers
      return edit((xml) => inHeader(xml, text, id))
    }
    if (part.path === 'word/_rels/document.xml.rels')
      return edit((xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="${headerId}" Type="${relations}/header" Target="watermark.xml"/></Relationships>`,
        ),
      )
    if (part.path === '[Content_Types].xml')
      return edit((xml) =>
        xml.replace('</Types>', `<Override PartName="/${headerPart}" ContentType="${headerType}"/></Types>`),
      )
    return part
  })
  return writeZip([...parts, { path: headerPart, bytes: Buffer.from(emptyHeader(text)) }])
}
