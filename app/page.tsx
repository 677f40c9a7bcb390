import { redirect } from 'next/navigation';

/** The address without a path leads to the files, and from there to the sign-in where there is no session. */
export default function Home(): never {
  redirect('/files');
}
