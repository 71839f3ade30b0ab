import type { StoredFile } from '../upload/FilesField.tsx'

/** Files that lie with an object, each opened in a new window; `under` is the object's address. */
export const FileLinks = ({ under, files }: { readonly under: string; readonly files: readonly StoredFile[] }) => (
  <>
    {files.map(({ digest, name }) => (
      <span key={digest}>
        <a href={`${under}/files/${digest}`} target="_blank" rel="noreferrer">
          {name}
        </a>{' '}
      </span>
    ))}
  </>
)
