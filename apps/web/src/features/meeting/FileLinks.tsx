import type { StoredFile } from '../../shared/upload/FilesField.tsx'

/** Papers of a topic or a task, each opened in a new window. */
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
