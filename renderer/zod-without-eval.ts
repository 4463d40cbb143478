import { z } from 'zod';

// The page's policy forbids compiling code from text, which zod would otherwise try as soon as a schema is made.
z.config({ jitless: true });
