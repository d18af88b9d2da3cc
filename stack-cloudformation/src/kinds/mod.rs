//! The kinds of resources that come with `stack`, one a file.
