import { getDocumentProxy } from 'unpdf'

interface Node {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

/** A page as a screen reader takes it: roles with their text in the order of the structure tree, and text that hangs in no tree. */
export interface ReadPage {
  readonly read: readonly { readonly role: string; readonly text: string }[]
  /** Text that is neither in the tree nor marked as an artifact. */
  readonly loose: string
}

type Item = { readonly type?: string; readonly tag?: string; readonly id?: string | null; readonly str?: string }

/** Text of each marked content by its id; what stands in none, artifacts left out. */
const markedTexts = (items: readonly Item[]) => {
  const byId = new Map<string, string>()
  const open: (string | 'artifact' | undefined)[] = []
  let loose = ''
  for (const { type, tag, id, str } of items) {
    if (type === 'beginMarkedContent' || type === 'beginMarkedContentProps')
      open.push(tag === 'Artifact' ? 'artifact' : (id ?? undefined))
    else if (type === 'endMarkedContent') open.pop()
    else if (str !== undefined) {
      const at = open.findLast((one) => one !== undefined)
      if (at === undefined) loose += str
      else if (at !== 'artifact') byId.set(at, (byId.get(at) ?? '') + str)
    }
  }
  return { byId, loose }
}

const walk = (node: Node, role: string, texts: ReadonlyMap<string, string>): ReadPage['read'] =>
  (node.children ?? []).flatMap((child) => {
    if (child.type === 'content')
      return child.id !== undefined && texts.has(child.id) ? [{ role, text: texts.get(child.id) ?? '' }] : []
    return walk(child, child.role ?? role, texts)
  })

/** Every page of a tagged PDF through its structure tree. */
export const pdfTree = async (bytes: Uint8Array): Promise<readonly ReadPage[]> => {
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const tree = (await page.getStructTree()) as Node | null
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const { byId, loose } = markedTexts(items as readonly Item[])
    pages.push({ read: tree === null ? [] : walk(tree, 'Root', byId), loose: loose.replace(/\s/g, '') })
  }
  return pages
}
