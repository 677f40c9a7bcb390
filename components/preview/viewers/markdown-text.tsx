import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

interface MarkdownTextProps {
  text: string;
  /** What stands in place of a picture: pictures are never loaded. */
  describeImage(alternative: string): string;
}

/**
 * Markdown drawn as elements, never as HTML: tags in it are left out, links lead out of the app only, in a tab of their
 * own, and pictures are named instead of loaded, which would tell their server who reads.
 */
export function MarkdownText({ text, describeImage }: MarkdownTextProps) {
  return (
    <Markdown remarkPlugins={[remarkGfm]} skipHtml components={componentsWith(describeImage)}>
      {text}
    </Markdown>
  );
}

function componentsWith(describeImage: (alternative: string) => string): Components {
  return {
    a: ({ href, children }) => <OutwardLink href={href}>{children}</OutwardLink>,
    img: ({ src, alt }) => {
      const name = describeImage(alt || (typeof src === 'string' ? src : ''));
      return typeof src === 'string' && isOutward(src) ? (
        <OutwardLink href={src}>{name}</OutwardLink>
      ) : (
        <em>{name}</em>
      );
    },
    // The boxes of a list of tasks are only looked at.
    input: ({ checked }) => <span>{checked ? '☑ ' : '☐ '}</span>,
    // Wide tables scroll by themselves, not the whole sheet.
    table: ({ children }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is too wide is scrolled by keys
      <div tabIndex={0} className="overflow-x-auto">
        <table>{children}</table>
      </div>
    ),
  };
}

/** What is not of the web at large (another file beside it, a place in the text) has no address here. */
function OutwardLink({ href, children }: { href: string | undefined; children: React.ReactNode }) {
  if (href === undefined || !isOutward(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function isOutward(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address);
}
