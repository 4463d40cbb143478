const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Behind a version they make it an unfinished one: 1.4.0-beta.2. */
const marks = words(
  'alpha beta rc cr pre preview milestone dev snapshot nightly canary eap ea next experimental hotfix patch sp',
);
/** The same, where they touch the version and a number follows: 1.4.0b2. */
const shortMarks = words('a b m p r');

/** They say that a version is finished, which goes without saying. */
const neutral = words('release final ga rel');

/** How a file was put together: of no interest to the release it is for. */
const packaging = words(
  'all shaded shadow fat full uber dist bundle bin standalone universal signed min slim thin plain obf obfuscated ' +
    'remapped mapped reobf jar with dependencies',
);

/** What lies beside a program and is not it. */
const besides = words('sources source src javadoc javadocs docs doc tests test original mappings symbols');
const besidesExtensions = words(
  'sha1 sha256 sha512 md5 asc sig pom module map pdb class java kt log lst properties',
);

/** What a number behind them is the version of is not the program. */
const platforms = words('mc minecraft java jdk jre jvm python py node php glibc win x arm');

export const isMark = (word: string): boolean => marks.has(word);
export const isShortMark = (word: string): boolean => shortMarks.has(word);
export const isNeutral = (word: string): boolean => neutral.has(word);
export const isPackaging = (word: string): boolean => packaging.has(word);
export const isBesides = (word: string): boolean => besides.has(word);
export const isBesidesExtension = (extension: string): boolean => besidesExtensions.has(extension);
export const isPlatform = (word: string): boolean => platforms.has(word);
